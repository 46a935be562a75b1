package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.spi.UploadQuota;
import org.latchkey.store.jdbc.Retention;
import picocli.CommandLine;

class ServeOptionsTest {
  @TempDir Path folder;

  private static ServeCommand parse(Map<String, String> environment, String... args) {
    CommandLine line = new CommandLine(new ServeCommand());
    line.setDefaultValueProvider(new SettingSources(environment));
    line.parseArgs(args);
    return line.getCommand();
  }

  @Test
  void check_plainHttpOnPublicAddress_refused() {
    ServeOptions options =
        parse(Map.of(), "--plain-http", "--host", "0.0.0.0", "--public-url", "https://p.example/c/")
            .options;

    assertThatThrownBy(options::check).hasMessageContaining("--trusted-proxies");
  }

  @Test
  void check_plainHttpBehindTrustedProxy_allowed() {
    parse(
            Map.of(),
            "--plain-http",
            "--host",
            "0.0.0.0",
            "--public-url",
            "https://p.example/c/",
            "--trusted-proxies",
            "192.0.2.0/24")
        .options
        .check();
  }

  @Test
  void check_publicAddressWithoutUrl_refused() {
    ServeOptions options = parse(Map.of(), "--host", "0.0.0.0").options;

    assertThatThrownBy(options::check).hasMessageContaining("--public-url");
  }

  @Test
  void parse_environment_setsOption() {
    ServeOptions options = parse(Map.of("LATCHKEY_PORT", "9443")).options;

    assertThat(options.portOrDefault()).isEqualTo(9443);
  }

  @Test
  void parse_acceptOverrides_offUnlessSaid() throws Exception {
    assertThat(parse(Map.of()).options.acceptOverrides).isFalse();
    assertThat(parse(Map.of(), "--accept-overrides").options.acceptOverrides).isTrue();
    assertThat(parse(Map.of("LATCHKEY_ACCEPT_OVERRIDES", "true")).options.acceptOverrides).isTrue();
    Path file = Files.writeString(folder.resolve("o.properties"), "accept-overrides=true\n");
    SettingSources sources = new SettingSources(Map.of());
    sources.use(SettingSources.read(file, Set.of("accept-overrides")));
    ServeCommand command = new ServeCommand();
    CommandLine line = new CommandLine(command);
    line.setDefaultValueProvider(sources);
    line.parseArgs();
    assertThat(command.options.acceptOverrides).isTrue();
  }

  @Test
  void parse_flagAndEnvironment_flagWins() {
    ServeOptions options = parse(Map.of("LATCHKEY_PORT", "9443"), "--port", "7443").options;

    assertThat(options.portOrDefault()).isEqualTo(7443);
  }

  @Test
  void parse_repeatedAndListedValues_allTaken() {
    ServeOptions options =
        parse(Map.of(), "--path", "/cfg", "--path", "/prov", "--digest-algorithms", "md5,sha-256")
            .options;

    assertThat(options.paths).containsExactly("/cfg", "/prov");
    assertThat(options.digestAlgorithms).containsExactly("md5", "sha-256");
  }

  @Test
  void portOrDefault_plainHttp_8080() {
    assertThat(parse(Map.of(), "--plain-http").options.portOrDefault()).isEqualTo(8080);
  }

  @Test
  void read_unknownSetting_namesIt() throws Exception {
    Path file = Files.writeString(folder.resolve("c.properties"), "prot=1\n");

    assertThatThrownBy(() -> SettingSources.read(file, Set.of("port")))
        .hasMessageContaining("'prot'");
  }

  @Test
  void parse_keptTimes_daysOrDurations() {
    StoreOptions store =
        parse(Map.of("LATCHKEY_KEEP_AUDIT", "365"), "--keep-contacts", "PT36H").options.store;

    assertThat(store.retention())
        .isEqualTo(new Retention(Duration.ofHours(36), Duration.ofDays(30), Duration.ofDays(365)));
    assertThatThrownBy(() -> parse(Map.of(), "--keep-refusals", "a month"))
        .hasMessageContaining("P90D");
  }

  @Test
  void parse_uploads_quotaOfTheDurableStore() {
    StoreOptions store = parse(Map.of(), "--upload-all-mib", "10").options.store;

    assertThat(store.quota()).isEqualTo(new UploadQuota(512 * 1024, 32, 4 << 20, 10 << 20));
    assertThat(new StoreOptions().quota().allBytes())
        .isGreaterThan(UploadQuota.DEFAULTS.allBytes());
  }

  @Test
  void parse_formerKeys_repeatable() {
    assertThat(
            parse(Map.of(), "--former-vault-key-file", "a", "--former-vault-key-file", "b")
                .options
                .store
                .formerVaultKeys)
        .containsExactly(Path.of("a"), Path.of("b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db/latchkey?user=x&password=secret",
        "jdbc:mariadb://x:secret@db/latchkey"
      })
  void check_passwordInUrl_refusedWithoutSayingIt(String url) {
    ServeOptions options = parse(Map.of(), "--jdbc-url", url).options;

    assertThatThrownBy(options::check)
        .hasMessageContaining("--jdbc-password-file")
        .hasMessageNotContaining("secret");
  }

  @Test
  void check_databaseOfAnotherKind_refused() {
    ServeOptions options = parse(Map.of(), "--jdbc-url", "jdbc:oracle:thin:@db").options;

    assertThatThrownBy(options::check).hasMessageContaining("jdbc:postgresql:");
  }

  @Test
  void check_retentionTooShort_refused() {
    ServeOptions options = parse(Map.of(), "--keep-audit", "PT1M").options;

    assertThatThrownBy(options::check).hasMessageContaining("at least an hour");
  }
}
