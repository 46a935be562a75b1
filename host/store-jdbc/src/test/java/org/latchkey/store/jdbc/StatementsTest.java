package org.latchkey.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.latchkey.secret.Credential;

/**
 * What requests cost the database. Cached are, each for five seconds: the global passes, the four
 * layers of the device, the phone book of its domain. Access, identity and contents never are.
 * Events are written behind, many at once, and are not counted here.
 */
final class StatementsTest {
  private static final String PLAIN = "select mac, version";
  private static final String IDENTITY = "select brand, model";
  private static final String CONTENTS = "select sealed from latchkey_device_contents";
  private static final String WRITE = "update latchkey_access";
  private static final String PASSES = "select id, reseller, domain, username";

  private final CountedSource source = new CountedSource(TestStore.emptied(Dialect.H2).source());
  private final Site site = new Site(source);

  @Test
  void request_withoutProof_costsNothing() {
    source.sent();
    assertThat(site.get(Site.FILE)).isEqualTo(401);
    assertThat(site.get("001565ffffff.cfg")).isEqualTo(401);
    assertThat(site.get("y000000000028.cfg")).isIn(200, 404);
    assertThat(source.sent()).isEmpty();
  }

  @Test
  void request_ownCredential_costsThreeAndNoWrite() {
    Credential own = provisioned();
    site.get(Site.FILE, own);
    source.sent();
    for (int i = 0; i < 3; i++) {
      assertThat(site.get(Site.FILE, own)).isEqualTo(200);
      assertThat(kinds()).containsExactlyInAnyOrder(PLAIN, IDENTITY, CONTENTS);
    }
  }

  @Test
  void request_ownCredentialAfterFiveSeconds_readsWhatWasCachedOnce() {
    Credential own = provisioned();
    site.get(Site.FILE, own);
    source.sent();
    site.clock.advance(Duration.ofSeconds(5));
    site.get(Site.FILE, own);
    assertThat(source.sent()).hasSizeBetween(4, 9).noneMatch(sql -> sql.startsWith("update"));
    site.get(Site.FILE, own);
    assertThat(source.sent()).hasSize(3);
  }

  @Test
  void firstBoot_twoWritesAndOneMoreForEachRepeat() {
    source.sent();
    assertThat(site.get(Site.FILE, Site.GLOBAL)).isEqualTo(200);
    Credential own = site.own();
    assertThat(writes()).as("delivered").containsExactly(WRITE);
    for (int i = 0; i < 3; i++) {
      assertThat(site.get(Site.FILE, Site.GLOBAL)).isEqualTo(200);
      assertThat(writes()).as("delivered again").containsExactly(WRITE);
    }
    assertThat(site.get(Site.FILE, own)).isEqualTo(200);
    assertThat(writes()).as("proven").containsExactly(WRITE);
    assertThat(site.get(Site.FILE, own)).isEqualTo(200);
    assertThat(writes()).isEmpty();
  }

  @Test
  void request_wrongUserName_costsTheSameForKnownAndUnknownPhones() {
    site.get(Site.FILE, Credential.of("nobody", "wrong"));
    source.sent();
    assertThat(site.get(Site.FILE, Credential.of("nobody", "wrong"))).isEqualTo(401);
    List<String> known = kinds();
    assertThat(site.get("001565ffffff.cfg", Credential.of("nobody", "wrong"))).isEqualTo(401);
    assertThat(kinds()).isEqualTo(known);
    assertThat(known).containsExactlyInAnyOrder(PLAIN, IDENTITY);
  }

  @Test
  void request_closedGlobalPass_costsTwoAndNoWrite() {
    provisioned();
    site.get(Site.FILE, Site.GLOBAL);
    source.sent();
    for (int i = 0; i < 3; i++) {
      assertThat(site.get(Site.FILE, Site.GLOBAL)).isEqualTo(401);
      assertThat(kinds()).containsExactlyInAnyOrder(PLAIN, IDENTITY);
    }
  }

  @Test
  void globalPasses_areReadOnceInFiveSeconds() {
    site.get(Site.FILE, Site.GLOBAL);
    source.sent();
    site.clock.advance(Duration.ofMillis(4_999));
    site.get(Site.FILE, Credential.of("nobody", "wrong"));
    assertThat(kinds()).doesNotContain(PASSES);
    site.clock.advance(Duration.ofMillis(1));
    site.get(Site.FILE, Credential.of("nobody", "wrong"));
    site.get(Site.FILE, Credential.of("nobody", "wrong"));
    assertThat(kinds()).containsOnlyOnce(PASSES);
  }

  private Credential provisioned() {
    site.get(Site.FILE, Site.GLOBAL);
    Credential own = site.own();
    assertThat(site.get(Site.FILE, own)).isEqualTo(200);
    return own;
  }

  private List<String> writes() {
    return kinds().stream().filter(kind -> !kind.startsWith("select")).toList();
  }

  /** The beginnings of what was sent. */
  private List<String> kinds() {
    return source.sent().stream()
        .map(
            sql ->
                List.of(PLAIN, IDENTITY, CONTENTS, WRITE, PASSES).stream()
                    .filter(sql::startsWith)
                    .findFirst()
                    .orElse(sql))
        .toList();
  }
}
