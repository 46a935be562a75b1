package org.latchkey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.latchkey.FormData.Part;

/**
 * Any bytes for a form, the first line of them for its type: whatever is read of it can be written
 * down again as it was, its parts lie one behind the other and hold no delimiter; and any bytes as
 * a file within a form come out as they went in.
 */
class FormDataFuzzTest {
  private static final String TYPE = "multipart/form-data; boundary=b7";
  private static final String HEAD =
      "--b7\r\nContent-Disposition: form-data; name=\"prt_file\"; filename=\"a\"\r\n\r\n";
  private static final String END = "\r\n--b7--\r\n";

  @FuzzTest
  @DictionaryEntries({
    "multipart/form-data; boundary=b7",
    "boundary=",
    "\"b7\"",
    "--b7",
    "\r\n--b7\r\n",
    "\r\n--b7--",
    "\r\n\r\n",
    "Content-Disposition: form-data; ",
    "name=\"x\"",
    "; filename=\"a\"",
    "Content-Transfer-Encoding: base64",
    "binary",
    "Content-Type: text/plain",
    "\\\"",
    "\r",
    "\n"
  })
  void form_anyBytes_isReadAsItStands(byte[] input) {
    String text = new String(input, ISO_8859_1);
    int line = text.indexOf('\n');
    List<String> types = List.of(line < 0 ? TYPE : text.substring(0, line));
    byte[] body = Arrays.copyOfRange(input, line + 1, input.length);

    assertReads(types, body);
    assertReads(List.of(TYPE), body);
    if (!text.contains("\r\n--b7") && !("\r\n" + text).contains("\r\n--b7")) {
      byte[] form = (HEAD + text + END).getBytes(ISO_8859_1);
      assertThat(FormData.file(List.of(TYPE), form)).isPresent().get().isEqualTo(input);
    }
  }

  private static void assertReads(List<String> types, byte[] body) {
    Optional<FormData> read = FormData.read(types, body);
    Optional<byte[]> file = FormData.file(types, body);
    List<Part> parts = read.map(FormData::parts).orElse(List.of());
    List<Part> files = parts.stream().filter(part -> part.file().isPresent()).toList();
    assertThat(file.isPresent()).isEqualTo(files.size() == 1);
    assertThat(parts.size()).isLessThanOrEqualTo(FormData.MOST_PARTS);
    if (parts.isEmpty()) {
      return;
    }
    assertThat(FormData.isSaid(types)).isTrue();
    String text = new String(body, ISO_8859_1);
    String boundary =
        FieldValue.parse(types.get(0)).orElseThrow().parameters().getOrDefault("boundary", "");
    String delimiter = "\r\n--" + boundary;
    assertThat("\r\n" + text).startsWith(delimiter);
    int from = delimiter.length() - 2;
    for (Part part : parts) {
      assertThat(part.start()).isGreaterThan(from);
      assertThat(part.end()).isGreaterThanOrEqualTo(part.start());
      assertThat(text.substring(part.start(), part.end())).doesNotContain(delimiter);
      assertThat(text.startsWith(delimiter, part.end())).isTrue();
      from = part.end() + delimiter.length();
    }
    assertThat(text.substring(from)).startsWith("--");
  }
}
