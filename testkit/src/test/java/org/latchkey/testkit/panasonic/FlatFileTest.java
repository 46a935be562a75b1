package org.latchkey.testkit.panasonic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.panasonic.Provisioner.FIRST_LINE;
import static org.latchkey.testkit.panasonic.Provisioner.PCC_LINE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.testkit.phone.Defect;

class FlatFileTest {
  private static ConfigFile parse(Family family, String text) {
    return FlatFile.parse(family, text.getBytes(UTF_8));
  }

  private static ConfigFile lines(Family family, String... lines) {
    return parse(family, Provisioner.flat(lines));
  }

  private static Defect.Kind fault(ConfigFile file) {
    assertThat(file.values()).isEmpty();
    return file.fault().orElseThrow().kind();
  }

  private static String value(ConfigFile file, String name) {
    assertThat(file.fault()).isEmpty();
    return file.values().get(name).text();
  }

  @ParameterizedTest
  @EnumSource(names = {"UT", "HDV", "TGP600", "UDS"})
  void parse_recommendedFirstLine_valid(Family family) {
    assertThat(value(lines(family, "A=\"1\""), "A")).isEqualTo("1");
  }

  @Test
  void parse_shortestFirstLine_valid() {
    String line = "# Panasonic SIP Phone Standard Format File #";
    assertThat(value(parse(Family.UT, line + "\r\nA=\"1\"\r\n\r\n"), "A")).isEqualTo("1");
  }

  @Test
  void parse_tgp500_wantsPccLine() {
    assertThat(value(parse(Family.TGP500, PCC_LINE + "\r\nA=\"1\"\r\n\r\n"), "A")).isEqualTo("1");
    assertThat(fault(lines(Family.TGP500, "A=\"1\""))).isEqualTo(Defect.Kind.BAD_FIRST_LINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PCC_LINE,
        "# Panasonic SIP Phone Standard Format File",
        "#Panasonic SIP Phone Standard Format File #",
        " " + FIRST_LINE,
        "\r\n" + FIRST_LINE,
        "\uFEFF" + FIRST_LINE,
        ""
      })
  void parse_otherFirstLine_wholeFileInvalid(String line) {
    assertThat(fault(parse(Family.HDV, line + "\r\nA=\"1\"\r\n\r\n")))
        .isEqualTo(Defect.Kind.BAD_FIRST_LINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A=\"1\"", "A=\"1\"\r\n", "A=\"1\"\n\n", "A=\"1\"\r\n\n"})
  void parse_noEmptyLineAtEnd_wholeFileInvalid(String rest) {
    assertThat(fault(parse(Family.HDV, FIRST_LINE + "\r\n" + rest)))
        .isEqualTo(Defect.Kind.BAD_LINE);
  }

  @Test
  void parse_firstLineOnly_validOnlyWithEmptyLine() {
    assertThat(parse(Family.HDV, FIRST_LINE + "\r\n\r\n").fault()).isEmpty();
    assertThat(fault(parse(Family.HDV, FIRST_LINE + "\r\n"))).isEqualTo(Defect.Kind.BAD_LINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A=\"1\"\nB=\"2\"", "A=\"1\"\rB=\"2\"", "# a\n# b", "\n", "A=\"1\"\n"})
  void parse_lineEndOtherThanCrLf_wholeFileInvalid(String line) {
    assertThat(fault(lines(Family.HDV, line))).isEqualTo(Defect.Kind.BAD_LINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A = \"1\"",
        "A=\"1\" ",
        " A=\"1\"",
        "A=1",
        "A=\"1",
        "A",
        "=\"1\"",
        "A=\"a\"b\"",
        "A=\"one\r\ntwo\"",
        "A=\"a\tb\"",
        "A-B=\"1\"",
        " # late comment",
        "A=\u201d1\u201d"
      })
  void parse_malformedLine_wholeFileInvalid(String line) {
    ConfigFile file = lines(Family.HDV, "GOOD=\"1\"", line);
    assertThat(fault(file)).isEqualTo(Defect.Kind.BAD_LINE);
    assertThat(file.fault().orElseThrow().detail()).isEqualTo("line 3");
  }

  @Test
  void parse_commentsAndEmptyLines_skipped() {
    ConfigFile file = lines(Family.HDV, "# A=\"0\"", "", "A=\"1\"", "#");
    assertThat(value(file, "A")).isEqualTo("1");
    assertThat(file.values()).hasSize(1);
  }

  @Test
  void parse_nameTwice_firstWins() {
    assertThat(value(lines(Family.HDV, "A=\"1\"", "A=\"2\""), "A")).isEqualTo("1");
  }

  @Test
  void parse_emptyValue_kept() {
    assertThat(value(lines(Family.HDV, "A=\"\""), "A")).isEmpty();
  }

  @Test
  void parse_utf8AndPunctuation_asTheyAre() {
    assertThat(value(lines(Family.HDV, "A=\"J\u00f6rg & <x> 'y' \\ ; # =\""), "A"))
        .isEqualTo("J\u00f6rg & <x> 'y' \\ ; # =");
  }

  @ParameterizedTest
  @EnumSource(names = {"UT", "UDS"})
  void parse_longestParts_taken(Family family) {
    String name = "N".repeat(32);
    String value = "v".repeat(500); // with = "" CR LF just 537
    ConfigFile file = lines(family, name + "=\"" + value + "\"");
    assertThat(value(file, name)).isEqualTo(value);
    assertThat(file.ignored()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"UT", "UDS"})
  void parse_tooLong_lineIgnoredRestTaken(Family family) {
    ConfigFile file =
        lines(
            family,
            "A=\"1\"",
            "N".repeat(33) + "=\"1\"",
            "B=\"" + "v".repeat(501) + "\"",
            "N".repeat(32) + "=\"" + "v".repeat(499) + "\u00f6\"", // one byte more than 537
            "# " + "c".repeat(536),
            "junk " + "j".repeat(536),
            "Z=\"2\"");
    assertThat(file.values()).containsOnlyKeys("A", "Z");
    assertThat(file.ignored()).containsExactly(3, 4, 5, 7);
  }

  @Test
  void parse_hdv_noLimits() {
    ConfigFile file = lines(Family.HDV, "N".repeat(33) + "=\"" + "v".repeat(600) + "\"");
    assertThat(value(file, "N".repeat(33))).hasSize(600);
    assertThat(file.ignored()).isEmpty();
  }
}
