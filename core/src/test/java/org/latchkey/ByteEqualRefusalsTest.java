package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.ProvisioningResponse.Header;
import org.latchkey.secret.Credential;

/**
 * Whatever the reason of a refusal, a stranger sees the same bytes and waits for the same work. The
 * measure is a wrong password for a MAC that nobody has entered.
 */
class ByteEqualRefusalsTest {

  /** All that can be seen from outside, nonce aside, and what it took. */
  private record Seen(
      int status,
      List<Header> headers,
      String body,
      Map<String, Integer> calls,
      int hashes,
      int unsealed) {}

  private enum Way {
    DIGEST,
    DIGEST_HEAD,
    DIGEST_INSECURE,
    DIGEST_OTHER_BRAND,
    BASIC;

    Request ask(Refusal refusal, Gate gate, Credential shown) {
      Request request = refusal.ask(gate, this == DIGEST_HEAD ? "HEAD" : "GET");
      if (this == DIGEST_OTHER_BRAND) {
        request.agent("slow M1 1.0");
      }
      if (this == DIGEST_INSECURE) {
        request.insecure();
      }
      return this == BASIC ? request.basic(shown) : request.digest(shown);
    }
  }

  /** In a thread of its own: threads keep hash and cipher, and this one's must be counted. */
  private static Seen seen(Refusal refusal, Way way) {
    return CompletableFuture.supplyAsync(
            () -> counted(refusal, way), task -> new Thread(task).start())
        .join();
  }

  private static Seen counted(Refusal refusal, Way way) {
    try (CountedCrypto crypto = new CountedCrypto()) {
      Gate gate = new Gate();
      Credential shown = refusal.prepare(gate);
      ProvisioningRequest request = way.ask(refusal, gate, shown).build();
      crypto.hashes();
      crypto.ciphers();
      gate.stores.calls();
      ProvisioningResponse response = gate.latchkey.handle(request);
      return new Seen(
          response.status(),
          response.headers().stream().map(ByteEqualRefusalsTest::withoutNonce).toList(),
          new String(response.body(), StandardCharsets.UTF_8),
          gate.stores.calls(),
          crypto.hashes(),
          crypto.ciphers());
    }
  }

  private static Header withoutNonce(Header header) {
    return new Header(header.name(), header.value().replaceAll("nonce=\"[^\"]{40}\"", "nonce"));
  }

  @ParameterizedTest
  @EnumSource
  void refusal_whateverItsReason_sameBytesAndSameWork(Refusal refusal) {
    for (Way way : Way.values()) {
      Seen measure = seen(Refusal.UNKNOWN_MAC, way);
      assertThat(measure.status()).isEqualTo(401);
      assertThat(measure.calls()).containsOnlyKeys("find", "identify", "named", "of");
      assertThat(measure.hashes() > 0).isEqualTo(way != Way.BASIC);
      assertThat(measure.unsealed()).isEqualTo(1);
      assertThat(seen(refusal, way)).as("%s", way).isEqualTo(measure);
    }
  }
}
