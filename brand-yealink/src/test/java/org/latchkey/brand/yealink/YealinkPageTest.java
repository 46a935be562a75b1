package org.latchkey.brand.yealink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/yealink.md} true. To write it anew:
 *
 * <pre>mvn -pl core,testkit,brand-yealink test -Dtest=YealinkPageTest
 *     -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.write=true</pre>
 */
class YealinkPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "."), "..", "docs", "yealink.md");

  private static final String HEAD =
      """
      # Yealink: what is set natively, and why

      Made from `brand-yealink/src/main/resources/org/latchkey/brand/yealink/natives.txt` by the command in CONTRIBUTING.md; do not edit.

      What phones of several brands have is a [neutral setting](settings.md). What only Yealink's phones have is a native entry of a layer or a device, with the
      brand before its name: `{"parameter":"yealink:features.action_uri_limit_ip","value":"any"}`. The values below are checked when a device is saved and
      when its configuration is rendered; other native names are written as they are. An empty value brings the phone's default back. Firmware before V82 knows
      the names without `static.`, which may be left out here too. Secrets are masked in previews.
      """;

  private static final String TAIL =
      """

      ## What cannot be set

      | Parameter | What Latchkey does | Why |
      |---|---|---|
      | `static.auto_provision.server.*` | public URL and own credential, always | they keep the phone ours |
      | `static.zero_touch.enable`, `static.auto_provision.pnp_enable`, `static.auto_provision.dhcp_option.enable` | always 0 | they would present the global pass again, or somebody else's server |
      | `static.auto_provision.power_on`, `.repeat.*`, `.weekly.*`, `.weekly_upgrade_interval`, `.flexible.*`, `.inactivity_time_expire` | from `resync.*` | two of them at once, or none, would lose the phone |
      | `static.security.trust_certificates`, `.ca_cert`, `.cn_validation`, `.default_ssl_method` | from `tls.*` | a wrong one stops the phone from coming back |
      | `static.security.auto_provision.*` | only its `tls_cipher_list`, from `tls.ciphers` | what the others mean beside the general ones is not known, and a wrong one stops the phone from coming back |
      | `static.auto_provision.update_file_mode` | 0 wherever `encryption.key` or `encryption.common-key` is set, else not written | 1 makes the phone refuse every file that is not encrypted: ours |
      | `overwrite_mode`, `specific_model.excluded_mode` | never written | words of boot files, and Latchkey serves none |

      Latchkey gives phones the keys of encrypted files but encrypts none itself: HTTPS protects them, and how the phone wants a file to be filled up to whole
      blocks could not be confirmed. Keys of 32 characters need firmware V85.
      """;

  @Test
  void page_isMadeFromTheTable() throws IOException {
    String page = page();
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    try (InputStream in =
        Objects.requireNonNull(YealinkTable.class.getResourceAsStream(YealinkNatives.TABLE))) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      for (String line : lines) {
        if (line.startsWith("## ")) {
          page.append('\n')
              .append(line)
              .append("\n\n| Parameter | Values | Since | What it does |\n");
          page.append("|---|---|---|---|\n");
        } else if (!line.isBlank() && !line.startsWith("#")) {
          List<String> row = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
          String name = row.get(0).replace("{n}", "N").replace("{word}", "NAME");
          page.append("| `" + name + "` | " + row.get(2) + " | " + row.get(3) + " | ");
          page.append(row.get(5)).append(" |\n");
        }
      }
    }
    return page.append(TAIL).toString();
  }
}
