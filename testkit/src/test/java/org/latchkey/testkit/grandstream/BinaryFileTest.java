package org.latchkey.testkit.grandstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BinaryFileTest {
  private static final String MAC = "0004f200e06b";

  /** Test {@code simple.bin} of sipXecs. */
  private static final byte[] VECTOR_1 =
      HexFormat.of().parseHex("00000010ba480004f200e06b0d0a0d0a50313d4126676e6b65793d3062383200");

  static final byte[] VECTOR_2 =
      HexFormat.of()
          .parseHex(
              "00000024b005000b821234560d0a0d0a"
                  + "503237313d3126503237303d4465736b253230312650313336303d75253242312650313336"
                  + "313d702532363126676e6b65793d3062383200");

  @Test
  void parse_vectors_read() throws Exception {
    assertThat(BinaryFile.parse(VECTOR_1, MAC)).isEqualTo(Map.of("P1", "A"));
    assertThat(BinaryFile.parse(VECTOR_2, "000b82123456"))
        .containsExactly(
            Map.entry("P271", "1"),
            Map.entry("P270", "Desk 1"),
            Map.entry("P1360", "u+1"),
            Map.entry("P1361", "p&1"));
  }

  /** A whole file for pairs such as {@code P1=A}; the body is padded to an even length. */
  static byte[] file(String mac, String pairs) {
    String body = pairs + "&gnkey=0b82";
    byte[] file = new byte[16 + body.length() + body.length() % 2];
    ByteBuffer content = ByteBuffer.wrap(file);
    content.putInt(file.length / 2).putShort((short) 0).put(HexFormat.of().parseHex(mac));
    content.putInt(0x0d0a0d0a).put(body.getBytes(ISO_8859_1));
    return summed(file);
  }

  /** The first vector with a change and, after it, a right checksum. */
  private static byte[] damaged(Consumer<ByteBuffer> damage) {
    byte[] file = VECTOR_1.clone();
    damage.accept(ByteBuffer.wrap(file));
    return summed(file);
  }

  private static byte[] summed(byte[] file) {
    ByteBuffer content = ByteBuffer.wrap(file).putShort(4, (short) 0);
    int sum = 0;
    for (int i = 0; i < file.length; i += 2) {
      sum += content.getShort(i);
    }
    content.putShort(4, (short) -sum);
    return file;
  }

  private static void rejects(byte[] file, String why) {
    assertThatThrownBy(() -> BinaryFile.parse(file, MAC))
        .isInstanceOf(FileException.class)
        .hasMessageContaining(why);
  }

  @Test
  void parse_nothingDamaged_read() throws Exception {
    assertThat(damaged(file -> {})).isEqualTo(VECTOR_1);
    assertThat(file(MAC, "P1=A")).isEqualTo(VECTOR_1);
    assertThat(BinaryFile.parse(damaged(file -> file.put(19, (byte) 'B')), MAC))
        .isEqualTo(Map.of("P1", "B"));
  }

  @Test
  void parse_damaged_rejected() {
    rejects(Arrays.copyOf(VECTOR_1, 12), "too short");
    rejects(Arrays.copyOf(VECTOR_1, 31), "odd length");
    rejects(damaged(file -> file.putInt(0, 17)), "another length");
    rejects(damaged(file -> file.put(11, (byte) 1)), "MAC");
    rejects(damaged(file -> file.put(12, (byte) ' ')), "empty line");
    rejects(damaged(file -> file.put(20, (byte) '+')), "gnkey");
    rejects(damaged(file -> file.put(19, (byte) '%')), "encoded");
    rejects(damaged(file -> file.put(18, (byte) 'x')), "without name");
    byte[] checksum = VECTOR_1.clone();
    checksum[5]++;
    rejects(checksum, "checksum");
    rejects("no binary file, some text".getBytes(ISO_8859_1), "");
  }
}
