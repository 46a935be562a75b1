package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.brand.LikeModel;
import org.latchkey.error.InvalidValueException;
import org.latchkey.pass.PassPolicy;

class ModelsFileTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("models.json"), text);
  }

  private RunningServer start(Path models) {
    ServeOptions options = new ServeOptions();
    options.plainHttp = true;
    options.port = 0;
    options.data = folder.resolve("data");
    options.publicUrl = URI.create("http://prov.example/cfg/");
    options.digestAlgorithms = List.of("md5");
    options.models = models;
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return RunningServer.start(options, Map.of(), PassPolicy.DEFAULTS, nowhere);
  }

  @Test
  void read_list_isItsModels() throws IOException {
    assertThat(
            ModelsFile.read(file("[{\"brand\":\"yealink\",\"model\":\"T99X\",\"like\":\"T46U\"}]")))
        .containsExactly(new LikeModel("yealink", "T99X", "T46U"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | must be a JSON list",
        "[1] | [0].brand must be a text",
        "[{\"brand\":\"yealink\",\"model\":\"T99X\"}] | [0].like must be a text",
        "[{\"brand\":\"yealink\",\"model\":\"T99X\",\"likes\":\"T46U\"}] | [0].likes must be one of",
        "[ | cannot read"
      })
  void read_anythingElse_refusedWithItsPath(String text, String words) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> ModelsFile.read(file))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("--models")
        .hasMessageContaining(words);
  }

  @Test
  void server_withAModelMore_takesPhonesOfThatModel() throws Exception {
    Path file = file("[{\"brand\":\"yealink\",\"model\":\"T99X\",\"like\":\"T46U\"}]");
    try (RunningServer server = start(file)) {
      String phone =
          "{\"mac\":\"001565aabbcc\",\"brand\":\"yealink\",\"model\":\"T9%s\","
              + "\"domain\":\"acme.example\",\"reseller\":\"west\"}";
      ManagementClient client =
          new ManagementClient(
              server.adminUrl(), server.token(), javax.net.ssl.SSLContext.getDefault());
      assertThat(client.call("POST", "devices", phone.formatted("8X")).status()).isEqualTo(400);
      assertThat(client.call("POST", "devices", phone.formatted("9X")).status()).isEqualTo(201);
    }
  }

  @Test
  void server_withAModelLikeNone_doesNotStart() throws IOException {
    Path file = file("[{\"brand\":\"yealink\",\"model\":\"T99X\",\"like\":\"T46V\"}]");
    assertThatThrownBy(() -> start(file))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("nearest")
        .hasMessageContaining("T46U");
  }
}
