package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter said = new StringWriter();
  private long seconds;
  private final Progress progress =
      new Progress(new PrintWriter(said, true), () -> Duration.ofSeconds(seconds).toNanos());

  @Test
  void rows_everyFewSeconds_areTold() {
    for (seconds = 0; seconds < 13; seconds++) {
      progress.rows(seconds * 100);
    }

    assertThat(said.toString().lines())
        .containsExactly("latchkey: 500 rows so far", "latchkey: 1000 rows so far");
  }

  @Test
  void counting_eachLine_isARow() throws Exception {
    byte[] text = "a\nb\nc\n".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    seconds = 5;
    try (OutputStream out = progress.counting(bytes);
        InputStream in = progress.counting(new ByteArrayInputStream(text))) {
      out.write(text);
      seconds = 10;
      assertThat(in.readAllBytes()).isEqualTo(text);
    }

    assertThat(bytes.toByteArray()).isEqualTo(text);
    assertThat(said.toString().lines())
        .containsExactly("latchkey: 3 rows so far", "latchkey: 6 rows so far");
  }
}
