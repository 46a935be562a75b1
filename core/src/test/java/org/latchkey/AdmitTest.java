package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Step 2, as far as it is about the whole entry. */
class AdmitTest {
  private static final String FILE = "/" + Gate.MAC + ".cfg";

  @RegisterExtension final Logs logs = new Logs();
  private final Gate gate = new Gate(builder -> builder.mostRequests(1));

  @Test
  void request_beyondTheMost_503BeforeAnybodyIsAsked() throws Exception {
    gate.armed(Gate.MAC);
    ProvisioningRequest slow = gate.get(FILE).digest(Gate.PASS).build();
    ProvisioningRequest another = gate.get(FILE).digest(Gate.PASS).build();
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    gate.stores.instead(
        "identify",
        () -> {
          inside.countDown();
          try {
            assertThat(go.await(1, TimeUnit.MINUTES)).isTrue();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return gate.directory.identify(Gate.MAC);
        });
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<ProvisioningResponse> first = thread.submit(() -> gate.latchkey.handle(slow));
      assertThat(inside.await(1, TimeUnit.MINUTES)).isTrue();
      gate.stores.calls();
      ProvisioningResponse refused = gate.latchkey.handle(another);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).contains("5");
      assertThat(gate.get("/../x").status()).as("Locate comes before Admit").isEqualTo(400);
      assertThat(gate.stores.calls()).isEmpty();
      go.countDown();
      assertThat(first.get(1, TimeUnit.MINUTES).status()).isEqualTo(200);
    } finally {
      thread.shutdownNow();
    }
    gate.stores.up();
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(200);
  }

  @Test
  void permit_isGivenBackHoweverARequestEnds() {
    gate.armed(Gate.MAC);
    for (String method : new String[] {"identify", "find", "named", "of", "load", "replace"}) {
      gate.stores.down(method);
      assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(503);
      gate.stores.up();
    }
    assertThat(gate.get(FILE).header("Authorization", "Digest").status()).isEqualTo(400);
    assertThat(gate.get(FILE).digest(Gate.PASS).status()).isEqualTo(200);
  }
}
