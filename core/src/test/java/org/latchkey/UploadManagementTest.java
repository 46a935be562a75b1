package org.latchkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latchkey.admin.Administration;
import org.latchkey.admin.UploadView;
import org.latchkey.caller.Caller;
import org.latchkey.caller.Caller.Scope;
import org.latchkey.error.ForbiddenException;
import org.latchkey.error.NotFoundException;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.secret.Credential;

class UploadManagementTest {
  private static final String LOG = Gate.MAC + "-sys.log";
  private static final Caller OFFICE =
      new Caller("office", Scope.OFFICE_MANAGER, Optional.of("west"), Optional.of("acme.example"));
  private static final Caller STRANGER =
      new Caller("stranger", Scope.RESELLER, Optional.of("east"), Optional.empty());

  private final Gate gate = new Gate();
  private final Administration administration = gate.latchkey.administration();

  private Credential put(Credential own, String name, String content) {
    assertThat(gate.ask("PUT", "/" + name).body(content).digest(own).status()).isEqualTo(200);
    return own;
  }

  @Test
  void uploads_several_sentLastComesLast() {
    Credential own = gate.provisioned(Gate.MAC);
    put(own, LOG, "first");
    gate.clock.advance(Duration.ofMinutes(1));
    put(own, Gate.MAC + "-personal.xml", "<c/>");
    gate.clock.advance(Duration.ofMinutes(1));
    put(own, LOG, "again");

    assertThat(administration.uploads(OFFICE, Gate.MAC))
        .extracting(UploadView::name, UploadView::size, UploadView::at)
        .containsExactly(
            tuple(Gate.MAC + "-personal.xml", 4, gate.clock.instant().minusSeconds(60)),
            tuple(LOG, 5, gate.clock.instant()));
  }

  @Test
  void upload_byAdministrator_readAndAudited() {
    put(gate.provisioned(Gate.MAC), LOG, "what happened");

    byte[] content = administration.upload(Gate.ADMIN, Gate.MAC, LOG);

    assertThat(new String(content, UTF_8)).isEqualTo("what happened");
    Event last = gate.events.get(gate.events.size() - 1);
    assertThat(last.type()).isEqualTo(EventType.UPLOAD_READ);
    assertThat(last.source()).isEqualTo("admin");
    assertThat(last.detail()).isEqualTo(LOG);
  }

  @Test
  void upload_byOfficeManager_forbiddenAndUntold() {
    put(gate.provisioned(Gate.MAC), LOG, "who called whom");

    assertThatThrownBy(() -> administration.upload(OFFICE, Gate.MAC, LOG))
        .isInstanceOf(ForbiddenException.class);
    assertThat(gate.told()).doesNotContain(EventType.UPLOAD_READ);
  }

  @Test
  void uploads_ofAnotherReseller_doNotExist() {
    put(gate.provisioned(Gate.MAC), LOG, "x");

    assertThatThrownBy(() -> administration.uploads(STRANGER, Gate.MAC))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> administration.upload(STRANGER, Gate.MAC, LOG))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void upload_unknownName_notFound() {
    gate.provisioned(Gate.MAC);

    assertThatThrownBy(() -> administration.upload(Gate.ADMIN, Gate.MAC, LOG))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void lock_byOfficeManager_purgesNothing() {
    put(gate.provisioned(Gate.MAC), LOG, "x");

    assertThatThrownBy(() -> administration.lock(OFFICE, Gate.MAC))
        .isInstanceOf(ForbiddenException.class);
    assertThat(administration.uploads(Gate.ADMIN, Gate.MAC)).hasSize(1);
  }
}
