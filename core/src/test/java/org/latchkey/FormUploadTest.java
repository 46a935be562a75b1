package org.latchkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.event.EventType;
import org.latchkey.memory.MemoryUploads;
import org.latchkey.secret.Credential;
import org.latchkey.spi.UploadQuota;

/** Problem reports, which come as a form with a file in it. */
class FormUploadTest {
  private static final int LONGEST = 100;
  private static final String NAME = Gate.MAC + "-sys.log";
  private static final String TYPE = "multipart/form-data; boundary=b7";

  private final MemoryUploads uploads = new MemoryUploads();
  private final Gate gate =
      new Gate(builder -> builder.uploads(uploads, new UploadQuota(LONGEST, 16, 1_000, 1_000)));

  private Request send(String method, String form) {
    return gate.ask(method, "/" + NAME).header("Content-Type", TYPE).body(form);
  }

  private static String form(String file) {
    return "--b7\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\nalice\r\n"
        + "--b7\r\nContent-Disposition: form-data; name=\"prt_file\"; filename=\"p.tar.gz\"\r\n\r\n"
        + file
        + "\r\n--b7--\r\n";
  }

  private String stored() {
    return new String(gate.latchkey.administration().upload(Gate.ADMIN, Gate.MAC, NAME), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST"})
  void form_ownCredential_fileAloneStored(String method) {
    Credential own = gate.provisioned(Gate.MAC);

    assertThat(send(method, form("log")).digest(own).status()).isEqualTo(200);

    assertThat(stored()).isEqualTo("log");
  }

  @Test
  void form_otherType_storedAsItIs() {
    Credential own = gate.provisioned(Gate.MAC);

    gate.ask("POST", "/" + NAME)
        .header("Content-Type", "text/plain")
        .body("--b7")
        .digest(own)
        .send();

    assertThat(stored()).isEqualTo("--b7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "log", "--b7\r\n\r\nlog\r\n--b7--", "--b7--\r\n"})
  void form_malformed_badRequestAndNothingStored(String form) {
    Credential own = gate.provisioned(Gate.MAC);

    assertThat(send("POST", form).digest(own).status()).isEqualTo(400);

    assertThat(uploads.dump()).isEmpty();
    assertThat(gate.told()).contains(EventType.UPLOAD_DROPPED);
  }

  @Test
  void form_fileUpToTheLimit_storedAndNoLonger() {
    Credential own = gate.provisioned(Gate.MAC);

    assertThat(send("PUT", form("x".repeat(LONGEST))).digest(own).status()).isEqualTo(200);
    assertThat(send("PUT", form("y".repeat(LONGEST + 1))).digest(own).status()).isEqualTo(413);

    assertThat(stored()).isEqualTo("x".repeat(LONGEST));
  }

  @Test
  void form_longerThanFileAndEnvelope_notReadFurther() {
    Credential own = gate.provisioned(Gate.MAC);
    Request put =
        gate.ask("PUT", "/" + NAME)
            .header("Content-Type", TYPE)
            .body(
                most -> {
                  assertThat(most).isEqualTo(LONGEST + FormData.ENVELOPE);
                  return Optional.empty();
                });

    assertThat(put.digest(own).status()).isEqualTo(413);
    assertThat(uploads.dump()).isEmpty();
  }

  @Test
  void form_globalPass_takenAndDroppedUnread() {
    gate.armed(Gate.MAC);

    assertThat(send("POST", "no form").digest(Gate.PASS).status()).isEqualTo(200);

    assertThat(uploads.dump()).isEmpty();
  }
}
