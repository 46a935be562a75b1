package org.latchkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.event.EventType;
import org.latchkey.memory.MemoryUploads;
import org.latchkey.secret.Credential;
import org.latchkey.spi.UploadQuota;
import org.latchkey.spi.UploadRecord;
import org.latchkey.spi.UploadSink.Item;

class StoredUploadTest {
  private static final String CONTACTS = "/" + Gate.MAC + "-personal.xml";
  private static final String OVERRIDES = "/" + Gate.MAC + "-local.cfg";
  private static final String LOG = "/" + Gate.MAC + "-sys.log";

  private final MemoryUploads uploads = new MemoryUploads();
  private final Gate gate =
      new Gate(builder -> builder.uploads(uploads, UploadQuota.DEFAULTS).acceptOverrides(true));

  private Request put(String file, String content) {
    return gate.ask("PUT", file).body(content);
  }

  /** Another node for the same devices, which takes no overrides. */
  private Gate besides(MemoryUploads sink) {
    return new Gate(
        Optional.of(gate.directory),
        Optional.of(gate.credentials),
        builder -> builder.uploads(sink, UploadQuota.DEFAULTS));
  }

  private Request putUnread(String file) {
    return gate.ask("PUT", file).body(StoredUploadTest::unread);
  }

  private static String text(ProvisioningResponse response) {
    return new String(response.body(), UTF_8);
  }

  /** A body that fails the test if anybody reads it. */
  private static Optional<byte[]> unread(int most) {
    throw new AssertionError("a body of " + most + " bytes was wanted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST"})
  void put_ownCredential_comesBackToIt(String method) {
    Credential own = gate.provisioned(Gate.MAC);

    assertThat(gate.ask(method, CONTACTS).body("<c/>").digest(own).status()).isEqualTo(200);

    ProvisioningResponse response = gate.get(CONTACTS).digest(own).send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(text(response)).isEqualTo("<c/>");
    assertThat(response.header("Content-Length")).contains("4");
    assertThat(response.header("Content-Type")).contains("application/octet-stream");
  }

  @Test
  void put_again_replaces() {
    Credential own = gate.provisioned(Gate.MAC);

    put(CONTACTS, "first").digest(own).send();
    put(CONTACTS, "second").digest(own).send();

    assertThat(text(gate.get(CONTACTS).digest(own).send())).isEqualTo("second");
    assertThat(uploads.dump()).hasSize(1);
  }

  @Test
  void get_knownTagOrHead_noBody() {
    Credential own = gate.provisioned(Gate.MAC);
    put(CONTACTS, "<c/>").digest(own).send();
    String tag = gate.get(CONTACTS).digest(own).send().header("ETag").orElseThrow();

    ProvisioningResponse same = gate.get(CONTACTS).digest(own).header("If-None-Match", tag).send();
    assertThat(same.status()).isEqualTo(304);
    assertThat(same.header("ETag")).contains(tag);
    ProvisioningResponse head = gate.ask("HEAD", CONTACTS).digest(own).send();
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Length")).contains("4");
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST"})
  void put_globalPass_takenAndDroppedUnread(String method) {
    gate.armed(Gate.MAC);

    for (String file : new String[] {CONTACTS, OVERRIDES, LOG}) {
      assertThat(gate.ask(method, file).body(StoredUploadTest::unread).digest(Gate.PASS).status())
          .isEqualTo(200);
    }

    assertThat(uploads.dump()).isEmpty();
    assertThat(gate.state(Gate.MAC)).isEqualTo("armed");
    assertThat(gate.get(CONTACTS).digest(Gate.PASS).status()).isEqualTo(404);
  }

  @Test
  void put_globalPassOfClosedOrUnknownDevice_neverRefused() {
    gate.provisioned(Gate.MAC);

    assertThat(put(LOG, "x").digest(Gate.PASS).status()).isEqualTo(200);
    assertThat(put("/" + Gate.UNKNOWN + "-sys.log", "x").digest(Gate.PASS).status()).isEqualTo(200);
    assertThat(uploads.dump()).isEmpty();
  }

  @Test
  void put_noOrWrongCredential_challengedUnread() {
    gate.provisioned(Gate.MAC);
    Credential wrong = Credential.of(Gate.MAC.toString(), "wrong");

    assertThat(putUnread(LOG).status()).isEqualTo(401);
    assertThat(putUnread(LOG).digest(wrong).status()).isEqualTo(401);
    assertThat(uploads.dump()).isEmpty();
  }

  @Test
  void put_nextCredential_proves() {
    Credential own = gate.armed(Gate.MAC).firstBoot(Gate.MAC);

    assertThat(put(LOG, "log").digest(own).status()).isEqualTo(200);

    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
    assertThat(uploads.dump()).hasSize(1);
  }

  @Test
  void get_nextCredential_proves() {
    Credential own = gate.armed(Gate.MAC).firstBoot(Gate.MAC);

    assertThat(gate.get(CONTACTS).digest(own).status()).isEqualTo(404);

    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
  }

  @Test
  void get_otherDevice_nothing() {
    Credential own = gate.provisioned(Gate.MAC);
    Credential others = gate.armed(Gate.OTHER).firstBoot(Gate.OTHER);
    put(CONTACTS, "mine").digest(own).send();

    assertThat(gate.get(CONTACTS).digest(others).status()).isEqualTo(401);
    assertThat(gate.get("/" + Gate.OTHER + "-personal.xml").digest(others).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-sys.log", "-calls.xml"})
  void get_log_neverServed(String ending) {
    String log = "/" + Gate.MAC + ending;
    Credential own = gate.provisioned(Gate.MAC);
    put(log, "log").digest(own).send();

    assertThat(gate.get(log).digest(own).status()).isEqualTo(404);
    assertThat(gate.latchkey.administration().uploads(Gate.ADMIN, Gate.MAC)).hasSize(1);
  }

  @Test
  void get_globalPassWhileItIsOpen_nothing() {
    Credential own = gate.entered(Gate.MAC, "slow", true).firstBoot(Gate.MAC);
    assertThat(put(CONTACTS, "<c/>").digest(own).status()).isEqualTo(200);
    assertThat(gate.state(Gate.MAC)).isEqualTo("issued");

    assertThat(gate.get(CONTACTS).digest(Gate.PASS).status()).isEqualTo(404);
    assertThat(gate.get(CONTACTS).digest(own).status()).isEqualTo(200);
  }

  @Test
  void get_insecure_forbidden() {
    Credential own = gate.provisioned(Gate.MAC);
    put(CONTACTS, "<c/>").digest(own).send();

    assertThat(gate.get(CONTACTS).insecure().digest(own).status()).isEqualTo(403);
    assertThat(gate.get(OVERRIDES).insecure().digest(own).status()).isEqualTo(404);
    assertThat(gate.told()).contains(EventType.INSECURE);
  }

  @Test
  void get_overrides_withoutReserved() {
    Credential own = gate.provisioned(Gate.MAC);
    put(OVERRIDES, "ring = 2\nurl = https://evil.example/\npassword = old\ntone = 3")
        .digest(own)
        .send();

    ProvisioningResponse response = gate.get(OVERRIDES).digest(own).send();
    assertThat(text(response)).isEqualTo("ring = 2\ntone = 3");
    assertThat(response.header("Content-Type")).contains("text/plain; charset=UTF-8");
  }

  @Test
  void put_overridesNotAccepted_takenAndDroppedUnread() {
    Gate strict = new Gate(builder -> builder.uploads(uploads, UploadQuota.DEFAULTS));
    Credential own = strict.provisioned(Gate.MAC);

    assertThat(strict.ask("PUT", OVERRIDES).body(StoredUploadTest::unread).digest(own).status())
        .isEqualTo(200);

    assertThat(uploads.dump()).isEmpty();
    assertThat(strict.told()).contains(EventType.UPLOAD_DROPPED);
    assertThat(strict.ask("PUT", CONTACTS).body("<c/>").digest(own).status()).isEqualTo(200);
    assertThat(uploads.dump()).hasSize(1);
  }

  @Test
  void get_overridesNoLongerAccepted_absent() {
    Credential own = gate.provisioned(Gate.MAC);
    put(OVERRIDES, "ring = 2").digest(own).send();
    Gate strict = besides(uploads);

    assertThat(gate.get(OVERRIDES).digest(own).status()).isEqualTo(200);
    assertThat(strict.get(OVERRIDES).digest(own).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/001565AABBCC-personal.xml",
    "/00-15-65-aa-bb-cc-personal.xml",
    "/deep/below//00:15:65:AA:BB:CC-personal.xml?mac=001565aabbcc"
  })
  void put_otherSpelling_sameFile(String file) {
    Credential own = gate.provisioned(Gate.MAC);
    put(CONTACTS, "first").digest(own).send();

    assertThat(put(file, "second").digest(own).status()).isEqualTo(200);

    assertThat(text(gate.get(CONTACTS).digest(own).send())).isEqualTo("second");
    assertThat(uploads.dump())
        .extracting(upload -> upload.item().name())
        .containsExactly("001565aabbcc-personal.xml");
  }

  @Test
  void put_unclaimedName_notStored() {
    Credential own = gate.provisioned(Gate.MAC);

    assertThat(put("/" + Gate.MAC + "-other.xml", "x").digest(own).status()).isEqualTo(404);
    assertThat(put("/" + Gate.MAC + ".cfg", "x").digest(own).status()).isEqualTo(405);
    assertThat(put("/..%2f..%2fetc%2fpasswd", "x").digest(own).status()).isEqualTo(400);
    assertThat(uploads.dump()).isEmpty();
  }

  @Test
  void put_foreignHeader_notStored() {
    Credential own = gate.provisioned(Gate.MAC);

    assertThat(put(CONTACTS, "x").agent("slow M1 1.0").digest(own).status()).isEqualTo(404);
    assertThat(uploads.dump()).isEmpty();
  }

  @Test
  void put_bodyEndsTooEarly_badRequestAndProven() {
    Credential own = gate.armed(Gate.MAC).firstBoot(Gate.MAC);
    Request cut =
        gate.ask("PUT", LOG)
            .body(
                most -> {
                  throw new EOFException("cut");
                });

    assertThat(cut.digest(own).status()).isEqualTo(400);
    assertThat(gate.state(Gate.MAC)).isEqualTo("provisioned");
    assertThat(uploads.dump()).isEmpty();
  }

  @Test
  void put_accessChangesWhileReading_decidedAnewWithTheSameBytes() {
    Credential own = gate.provisioned(Gate.MAC);
    AtomicInteger reads = new AtomicInteger();
    Request put =
        gate.ask("PUT", CONTACTS)
            .body(
                most -> {
                  reads.incrementAndGet();
                  gate.latchkey.administration().rotate(Gate.ADMIN, Gate.MAC);
                  return Optional.of("<c/>".getBytes(UTF_8));
                });

    assertThat(put.digest(own).status()).isEqualTo(200);
    assertThat(reads).hasValue(1);
    assertThat(text(gate.get(CONTACTS).digest(own).send())).isEqualTo("<c/>");
  }

  @Test
  void stored_content_isSealed() {
    Credential own = gate.provisioned(Gate.MAC);

    put(OVERRIDES, "login = PlantedUserPassword").digest(own).send();

    UploadRecord stored = uploads.dump().get(0);
    assertThat(stored.sealed()).startsWith("lk1.").isPrintable();
    assertThat(stored.toString()).doesNotContain(stored.sealed());
    assertThat(stored.item().size()).isEqualTo(27);
    assertThat(stored.item().at()).isEqualTo(gate.clock.instant());
    assertThat(stored.item().entry()).startsWith("west/acme.example/");
  }

  @Test
  void get_recordOfAnotherNameOrDevice_doesNotOpen() {
    Credential own = gate.provisioned(Gate.MAC);
    put(LOG, "who called whom").digest(own).send();
    UploadRecord log = uploads.dump().get(0);
    MemoryUploads swapped = new MemoryUploads();
    swapped.store(
        new UploadRecord(
            Gate.MAC,
            new Item(Gate.MAC + "-personal.xml", log.item().entry(), log.item().at(), 15),
            log.sealed()),
        UploadQuota.DEFAULTS);
    Gate fooled = besides(swapped);

    assertThat(fooled.get(CONTACTS).digest(own).status()).isEqualTo(503);
    assertThat(fooled.told()).contains(EventType.SEAL_FAILED);
  }
}
