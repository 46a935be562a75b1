package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Traits.Scheme;
import org.latchkey.caller.Caller;
import org.latchkey.error.ForbiddenException;
import org.latchkey.error.InvalidValueException;
import org.latchkey.files.FolderFiles;
import org.latchkey.secret.Credential;

/** The host's files, to phones that have shown something right and to those that have a link. */
class FilesTest {
  private static final String IMAGE = "/fw/image.rom";

  private Path folder;
  private Gate gate;

  @BeforeEach
  void fill(@TempDir Path temporary) throws IOException {
    folder = temporary;
    Files.createDirectories(folder.resolve("fw"));
    Files.writeString(folder.resolve("image.rom"), "root");
    Files.writeString(folder.resolve("fw/image.rom"), "0123456789");
    Files.writeString(folder.resolve("fw/other.rom"), "other");
    gate = new Gate(builder -> builder.files(new FolderFiles(folder)));
  }

  private static String text(ProvisioningResponse response) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      response.writeTo(out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void image_ownCredential_isGivenWhole() {
    Credential own = gate.provisioned(Gate.MAC);
    ProvisioningResponse response = gate.get(IMAGE).digest(own).send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(text(response)).isEqualTo("0123456789");
    assertThat(response.header("Content-Length")).contains("10");
    assertThat(response.header("Accept-Ranges")).contains("bytes");
    assertThat(response.header("Content-Type")).contains("application/octet-stream");
    assertThat(text(gate.get("/image.rom").digest(own).send())).isEqualTo("root");
  }

  @Test
  void image_noCredential_isChallenged() {
    assertThat(gate.get(IMAGE).status()).isEqualTo(401);
  }

  @Test
  void image_beforeTheProof_isNotThere() {
    gate.armed(Gate.MAC);
    Credential next = gate.firstBoot(Gate.MAC);
    assertThat(gate.get(IMAGE + "?mac=" + Gate.MAC).digest(Gate.PASS).status()).isEqualTo(404);
    assertThat(gate.get(IMAGE).digest(next).status()).as("stored by now").isEqualTo(200);
    assertThat(gate.state(Gate.MAC)).as("an image proves nothing").isEqualTo("issued");
  }

  /** What plays, shows or speaks restarts no phone, so there is no first boot to begin anew. */
  @ParameterizedTest
  @ValueSource(strings = {"-ring.wav", "-RING.WAV", "-de.lang", "-logo.png"})
  void harmlessFile_beforeTheProof_isGiven(String ending) throws IOException {
    String name = Gate.MAC + ending;
    Files.writeString(folder.resolve("fw").resolve(name), "sound");
    TestBrand brand =
        new TestBrand("quick", Duration.ZERO, Scheme.DIGEST).claiming(ending, FileRole.FIRMWARE);
    gate = new Gate(builder -> builder.files(new FolderFiles(folder)).brands(brand));
    gate.armed(Gate.MAC);
    assertThat(gate.get("/fw/" + name).status()).isEqualTo(401);
    ProvisioningResponse response = gate.get("/fw/" + name).digest(Gate.PASS).send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(text(response)).isEqualTo("sound");
    assertThat(gate.state(Gate.MAC)).isEqualTo("armed");
  }

  @Test
  void image_missing_isNotFound() {
    Credential own = gate.provisioned(Gate.MAC);
    assertThat(gate.get("/none/image.rom").digest(own).status()).isEqualTo(404);
    assertThat(new Gate().provisioned(Gate.MAC)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 206, 0123, bytes 0-3/10",
    "bytes=0-647, 206, 0123456789, bytes 0-9/10",
    "bytes=7-, 206, 789, bytes 7-9/10",
    "bytes=-4, 206, 6789, bytes 6-9/10",
    "bytes=-40, 206, 0123456789, bytes 0-9/10",
    "bytes=9-9, 206, 9, bytes 9-9/10",
    "'bytes=0-1,3-4', 200, 0123456789,",
    "bytes=5-3, 200, 0123456789,",
    "bytes=-, 200, 0123456789,",
    "lines=0-3, 200, 0123456789,",
    "bytes=99999999999999999999-, 200, 0123456789,"
  })
  void range_ofEachForm_givesThatPart(String range, int status, String text, String said) {
    Credential own = gate.provisioned(Gate.MAC);
    ProvisioningResponse response = gate.get(IMAGE).header("Range", range).digest(own).send();
    assertThat(response.status()).isEqualTo(status);
    assertThat(text(response)).isEqualTo(text);
    assertThat(response.header("Content-Range")).isEqualTo(Optional.ofNullable(said));
    assertThat(response.header("Content-Length")).contains(Integer.toString(text.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=11-", "bytes=11-20", "bytes=-0"})
  void range_behindTheEnd_is416(String range) {
    Credential own = gate.provisioned(Gate.MAC);
    ProvisioningResponse response = gate.get(IMAGE).header("Range", range).digest(own).send();
    assertThat(response.status()).isEqualTo(416);
    assertThat(response.header("Content-Range")).contains("bytes */10");
  }

  @Test
  void ifRange_sameVersion_givesThePart_anotherTheWhole() throws IOException {
    Credential own = gate.provisioned(Gate.MAC);
    ProvisioningResponse whole = gate.get(IMAGE).digest(own).send();
    assertThat(part(own, whole.header("ETag").orElseThrow()).status()).isEqualTo(206);
    String date = whole.header("Last-Modified").orElseThrow();
    assertThat(part(own, date).status()).as("two versions may be of one second").isEqualTo(200);
    assertThat(part(own, "W/" + whole.header("ETag").orElseThrow()).status()).isEqualTo(200);
    Files.writeString(folder.resolve("fw/image.rom"), "9876543210abc");
    ProvisioningResponse changed = part(own, whole.header("ETag").orElseThrow());
    assertThat(changed.status()).isEqualTo(200);
    assertThat(text(changed)).isEqualTo("9876543210abc");
  }

  private ProvisioningResponse part(Credential own, String version) {
    return gate.get(IMAGE)
        .header("Range", "bytes=2-3")
        .header("If-Range", version)
        .digest(own)
        .send();
  }

  @Test
  void lastModified_anyDay_isAnHttpDate() throws IOException {
    Credential own = gate.provisioned(Gate.MAC);
    Instant time = Instant.parse("2026-06-03T04:05:06.789Z");
    Files.setLastModifiedTime(folder.resolve("fw/image.rom"), FileTime.from(time));
    assertThat(gate.get(IMAGE).digest(own).send().header("Last-Modified"))
        .contains("Wed, 03 Jun 2026 04:05:06 GMT");
  }

  @Test
  void head_andKnownVersion_haveNoBody() {
    Credential own = gate.provisioned(Gate.MAC);
    ProvisioningResponse head =
        gate.ask("HEAD", IMAGE).header("Range", "bytes=2-3").digest(own).send();
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Length")).contains("10");
    assertThat(text(head)).isEmpty();
    String tag = head.header("ETag").orElseThrow();
    ProvisioningResponse known = gate.get(IMAGE).header("If-None-Match", tag).digest(own).send();
    assertThat(known.status()).isEqualTo(304);
    assertThat(text(known)).isEmpty();
  }

  @Test
  void file_thatBecameShorterMeanwhile_breaksOff() throws IOException {
    Credential own = gate.provisioned(Gate.MAC);
    ProvisioningResponse response = gate.get(IMAGE).digest(own).send();
    Files.writeString(folder.resolve("fw/image.rom"), "0123");
    assertThatThrownBy(() -> response.writeTo(new ByteArrayOutputStream()))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void link_fromManagement_opensItsFolderWithoutCredential() {
    URI link = gate.latchkey.administration().fileLink(Gate.ADMIN, "fw/image.rom");
    assertThat(link.toString()).startsWith("https://prov.example/cfg/t/");
    String path = link.getPath().substring("/cfg".length());
    assertThat(text(gate.get(path).send())).isEqualTo("0123456789");
    assertThat(text(gate.get(path.replace("image.rom", "other.rom")).send())).isEqualTo("other");
    assertThat(gate.get(path).header("Range", "bytes=0-1").status()).isEqualTo(206);
    assertThat(gate.ask("PUT", path).status()).isEqualTo(405);
    assertThat(gate.latchkey.administration().fileLink(Gate.ADMIN, "fw/image.rom")).isEqualTo(link);
  }

  @Test
  void link_ofAnotherFolderOrMadeUp_opensNothing() {
    String path =
        gate.latchkey
            .administration()
            .fileLink(Gate.ADMIN, "fw/image.rom")
            .getPath()
            .substring("/cfg".length());
    String token = path.split("/", -1)[2];
    for (String wrong :
        new String[] {
          "/t/" + token + "/image.rom",
          "/t/" + token.toLowerCase(Locale.ROOT) + "/fw/image.rom",
          "/t/" + token.substring(1) + "/fw/image.rom",
          "/t/x/fw/image.rom",
          "/t/" + token + "/fw/none.rom",
          "/t/" + token + "/fw/" + Gate.MAC + ".cfg"
        }) {
      assertThat(gate.get(wrong).status()).as(wrong).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "../x", "a//b", ".git/config", "a b", "a/b/", "{MAC}.rom"})
  void link_toWhatNoPhoneAsksFor_isRefused(String path) {
    assertThatThrownBy(() -> gate.latchkey.administration().fileLink(Gate.ADMIN, path))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("path");
  }

  @Test
  void link_officeManager_maySeeNone() {
    Caller manager =
        new Caller(
            "boss", Caller.Scope.OFFICE_MANAGER, Optional.of("west"), Optional.of("acme.example"));
    assertThatThrownBy(() -> gate.latchkey.administration().fileLink(manager, "fw/image.rom"))
        .isInstanceOf(ForbiddenException.class);
  }
}
