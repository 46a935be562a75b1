package org.latchkey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.FormData.Part;

/** Forms as RFC 7578 and RFC 2046 section 5.1 describe them; {@code |} stands for a line end. */
class FormDataTest {
  private static final String TYPE = "multipart/form-data; boundary=b7";
  private static final String NAME = "Content-Disposition: form-data; name=\"devicename\"||";
  private static final String FILE =
      "Content-Disposition: form-data; name=\"prt_file\"; filename=\"probrep.tar.gz\"|"
          + "Content-Type: application/x-gzip||";
  private static final String WHOLE = "--b7|" + NAME + "SEP001565AABBCC|--b7|" + FILE + "log";

  private static byte[] bytes(String text) {
    return text.replace("|", "\r\n").getBytes(ISO_8859_1);
  }

  private static Optional<String> file(String type, String form) {
    return FormData.file(List.of(type), bytes(form)).map(file -> new String(file, ISO_8859_1));
  }

  private static Optional<String> file(String form) {
    return file(TYPE, form);
  }

  @Test
  void read_fieldsAndFile_haveNamesAndPlaces() {
    byte[] form = bytes(WHOLE + "|--b7--|");

    List<Part> parts = FormData.read(List.of(TYPE), form).orElseThrow().parts();

    assertThat(parts).extracting(Part::name).containsExactly("devicename", "prt_file");
    assertThat(parts)
        .extracting(Part::file)
        .containsExactly(Optional.empty(), Optional.of("probrep.tar.gz"));
    assertThat(parts)
        .extracting(part -> new String(form, part.start(), part.end() - part.start(), UTF_8))
        .containsExactly("SEP001565AABBCC", "log");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data; boundary=b7",
        "Multipart/Form-Data;boundary=\"b7\"",
        " multipart/form-data ; charset=utf-8 ; BOUNDARY=b7 ;",
        "multipart/form-data; boundary=\"b\\7\"",
      })
  void file_spellingsOfTheType_areOne(String type) {
    assertThat(FormData.isSaid(List.of(type))).isTrue();
    assertThat(file(type, WHOLE + "|--b7--")).contains("log");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data;",
        "multipart/form-data; boundary",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=\"b7",
        "multipart/form-data; boundary=\"b7 \"",
        "multipart/form-data; boundary=b7; boundary=b7",
        "multipart/form-data; boundary=b8",
        "multipart/form-data boundary=b7",
        "multipart/form-data, boundary=b7",
        "multipart/form-data; boundary=\"b\u00e47\"",
        "multipart/form-data; boundary="
            + "b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7b7",
      })
  void file_typeThatNamesNoBoundaryOfThisForm_none(String type) {
    assertThat(FormData.isSaid(List.of(type))).isEqualTo(!type.startsWith("multipart/form-data,"));
    assertThat(file(type, WHOLE + "|--b7--")).isEmpty();
  }

  @Test
  void isSaid_otherTypesOrTwo_isNotAForm() {
    assertThat(FormData.isSaid(List.of())).isFalse();
    assertThat(FormData.isSaid(List.of("text/xml", "multipart/mixed; boundary=b7"))).isFalse();
    assertThat(FormData.isSaid(List.of("multipart/form-data2"))).isFalse();
    assertThat(FormData.isSaid(List.of("text/xml", TYPE))).isTrue();
    assertThat(FormData.file(List.of("text/xml", TYPE), bytes(WHOLE + "|--b7--"))).isEmpty();
    assertThat(FormData.file(List.of(TYPE, TYPE), bytes(WHOLE + "|--b7--"))).isEmpty();
    assertThat(file("multipart/mixed; boundary=b7", WHOLE + "|--b7--")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"|--b7--", "|--b7--|", "|--b7-- \t|"})
  void file_endsOfAForm_areRead(String end) {
    assertThat(file(WHOLE + end)).contains("log");
  }

  @ParameterizedTest
  @CsvSource({
    // no form at all, or one that is cut
    "''",
    "--",
    "--b7",
    "--b7|",
    "--b7--",
    "no form",
    // text around it
    "hello|FORM|--b7--",
    "|FORM|--b7--",
    "FORM|--b7--|more",
    "FORM|--b7--more",
    "FORM|--b7--||",
    // another delimiter than the one that was said
    "FORM|--b8--",
    "FORM--b7--",
    "FORM|--b7",
    "FORM|--b7-",
    "FORM|--b7x--",
    // heads
    "--b7|Content-Type: text/plain||x|FORM|--b7--",
    "--b7||x|FORM|--b7--",
    "--b7|Content-Disposition: form-data||x|FORM|--b7--",
    "--b7|Content-Disposition: attachment; name=\"x\"||x|FORM|--b7--",
    "--b7|Content-Disposition: form-data; name=\"x||x|FORM|--b7--",
    "--b7|Content-Disposition: form-data; name=\"x\"; name=\"y\"||x|FORM|--b7--",
    "--b7|NAME: x|FORM|--b7--",
    "--b7|no colon||x|FORM|--b7--",
    "--b7|: x||x|FORM|--b7--",
    "FORM|--b7|FORM|--b7--",
  })
  void file_brokenForm_none(String form) {
    String text =
        form.startsWith("FORM")
            ? form.replaceFirst("FORM", WHOLE)
            : form.replace("|FORM", "|" + WHOLE);
    assertThat(file(text.replace("|FORM", "|" + WHOLE))).isEmpty();
  }

  @Test
  void file_noneOrTwo_none() {
    assertThat(file("--b7|" + NAME + "SEP|--b7--")).isEmpty();
    assertThat(file(WHOLE + "|--b7|" + FILE + "log|--b7--")).isEmpty();
    assertThat(file("--b7|" + FILE + "log|--b7|" + NAME + "SEP|--b7--")).contains("log");
  }

  @Test
  void file_dispositionTwice_none() {
    String twice = FILE.replaceFirst("[|][|]", "|Content-Disposition: form-data; name=\"x\"||");
    assertThat(file("--b7|" + twice + "log|--b7--")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"binary, log", "8BIT, log", "base64,", "quoted-printable,"})
  void file_encodedPart_none(String encoding, String content) {
    String part = FILE.replaceFirst("[|][|]", "|content-transfer-encoding: " + encoding + "||");
    assertThat(file("--b7|" + part + "log|--b7--")).isEqualTo(Optional.ofNullable(content));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "|",
        "||",
        "--b7--",
        "|--b",
        "|--b|--b8|--",
        "|-|--b|-",
        "\u0000\u00ff\r\r\n--b",
        "||--b",
      })
  void file_bytesLikeADelimiter_areContent(String content) {
    assertThat(file("--b7|" + FILE + content + "|--b7--|")).contains(content.replace("|", "\r\n"));
  }

  @Test
  void file_manyPartsOrLinesOrLongOnes_none() {
    String field = "--b7|" + NAME + "x|";
    String last = "--b7|" + FILE + "log|--b7--";
    assertThat(file(field.repeat(FormData.MOST_PARTS - 1) + last)).contains("log");
    assertThat(file(field.repeat(FormData.MOST_PARTS) + last)).isEmpty();
    String seven = FILE.replaceFirst("[|]", "|X: y".repeat(6) + "|");
    assertThat(file("--b7|" + seven + "log|--b7--")).contains("log");
    assertThat(file("--b7|X: y|" + seven + "log|--b7--")).isEmpty();
    String line = "X: " + "y".repeat(1_021);
    assertThat(file("--b7|" + line + "|" + FILE + "log|--b7--")).contains("log");
    assertThat(file("--b7|" + line + "y|" + FILE + "log|--b7--")).isEmpty();
  }

  @Test
  void file_namesInQuotes_areReadWhole() {
    String form = "--b7|" + FILE.replace("probrep", "pro\\\"b; name=rep") + "log|--b7--";
    List<Part> parts = FormData.read(List.of(TYPE), bytes(form)).orElseThrow().parts();
    assertThat(parts).extracting(Part::name).containsExactly("prt_file");
    assertThat(parts.get(0).file()).contains("pro\"b; name=rep.tar.gz");
  }
}
