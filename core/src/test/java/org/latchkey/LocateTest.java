package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.Brands;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Traits.Scheme;

/** Step 1. */
class LocateTest {
  private static final TestBrand FIRST = new TestBrand("first", Duration.ZERO, Scheme.DIGEST);
  // like the brand whose master file has a name that is another's device file
  private static final TestBrand SECOND =
      new TestBrand("second", Duration.ZERO, Scheme.BASIC).claiming(".cfg", FileRole.PERSONAL);

  @RegisterExtension final Logs logs = new Logs();
  private final Locate locate = new Locate(new Brands(List.of(FIRST, SECOND)));

  private Optional<Located> find(String file, String... agents) {
    return locate.locate(
        new ProvisioningRequest(
            "GET",
            "/cfg" + file,
            file,
            name -> name.equals("User-Agent") ? List.of(agents) : List.of(),
            InetAddress.getLoopbackAddress(),
            true,
            List.of()));
  }

  private Located located(String file, String... agents) {
    return find(file, agents).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/001565aabbcc.cfg",
        "/001565AABBCC.cfg",
        "/001565AABBCC.CFG",
        "/00-15-65-aa-bb-cc.cfg",
        "/00:15:65:AA:BB:CC.cfg",
        "/%30%301565aabbcc.cfg",
        "/00%3A15%3a65:aa:bb:cc.cfg",
        "//001565aabbcc.cfg",
        "/////folder///001565aabbcc.cfg",
        "/any/folder/001565aabbcc.cfg",
        "/001565aabbcc/001565aabbcc.cfg",
        "/001565aabbcc.cfg?mac=00:15:65:aa:bb:cc",
        "/001565aabbcc.cfg?x=1&MAC=001565AABBCC",
        "001565aabbcc.cfg",
        "-001565aabbcc.cfg",
        "-00-15-65-aa-bb-cc.cfg"
      })
  void deviceFile_inEverySpelling_isFound(String file) {
    Located located = located(file);
    assertThat(located.mac()).contains(Gate.MAC);
    assertThat(located.conflict()).isFalse();
    assertThat(located.role()).isEqualTo(FileRole.DEVICE);
    assertThat(locate.claims(file)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/001565aabbcc/contacts.xml",
        "/folder/00-15-65-AA-BB-CC/deep/er/contacts.xml",
        "/contacts.xml?mac=001565aabbcc",
        "/contacts.xml?mac=00%3A15%3a65%3Aaa%3Abb%3Acc",
        "/001565aabbcc-contacts.xml",
        "/001565aabbcc_contacts.xml",
        "/00-15-65-aa-bb-cc.contacts"
      })
  void mac_besideANameThatNobodyClaims_isFound(String file) {
    assertThat(located(file).mac()).contains(Gate.MAC);
    assertThat(located(file).role()).isEqualTo(FileRole.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/001565aabbcc1.cfg",
        "/1001565aabbcc.cfg",
        "/3146019091637120.cfg",
        "/001565aabbcc12345/contacts.xml",
        "/000000000000.cfg",
        "/ffffffffffff.cfg",
        "/010000000001.cfg",
        "/00-15:65-aa:bb-cc.cfg",
        "/001565aabbcg.cfg",
        "/contacts.xml?serial=001565aabbcc",
        "/contacts.xml?xmac=001565aabbcc",
        "/contacts.xml?mac=001565aabbcc1",
        "/"
      })
  void digitsThatAreNoMac_neverVote(String file) {
    assertThat(located(file).mac()).isEmpty();
    assertThat(located(file).conflict()).isFalse();
  }

  @Test
  void serialInTheHeader_thatLooksLikeAMac_neverVotes() {
    Located located = located("/001565aabbcc.cfg", "first M1 1.0 (88019FA42804)");
    assertThat(located.headerBrand()).contains(FIRST);
    assertThat(located.headerMac()).isEmpty();
    assertThat(located.conflict()).isFalse();
    Located both = located("/001565aabbcc.cfg", "first M1 1.0 001565AABBCC (88019FA42804)");
    assertThat(both.headerMac()).contains(Gate.MAC);
    assertThat(both.conflict()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/001565aabbcc.cfg,                    first M1 1.0 001565aabbdd",
    "/001565aabbcc/contacts.xml,           second M1 1.0 001565aabbdd",
    "/001565aabbdd/001565aabbcc.cfg,       ''",
    "/001565aabbcc.cfg?mac=001565aabbdd,   ''"
  })
  void twoMacs_conflict(String file, String agent) {
    assertThat(located(file, agent).conflict()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "first M1 1.0 001565aabbcc/001565aabbdd",
        "first M1 1.0 001565aabbdd/001565aabbcc",
        "first M1 1.0 001565aabbdd/001565aabbee/001565aabbcc"
      })
  void headerOfADeviceWithSeveralMacs_namesTheOneThatIsAskedFor(String agent) {
    Located located = located("/001565aabbcc.cfg", agent);
    assertThat(located.headerMac()).contains(Gate.MAC);
    assertThat(located.conflict()).isFalse();
    assertThat(located("/001565aabbff.cfg", agent).conflict()).isTrue();
    assertThat(located("/bootstrap.cfg", agent).headerMac())
        .isEqualTo(located.product().orElseThrow().mac());
  }

  @Test
  void macInTheHeaderAlone_isNoConflict() {
    Located located = located("/bootstrap.cfg", "first M1 1.0 001565aabbcc");
    assertThat(located.mac()).isEmpty();
    assertThat(located.headerMac()).contains(Gate.MAC);
    assertThat(located.conflict()).isFalse();
  }

  @Test
  void nameThatTwoBrandsClaim_hasARoleForEach() {
    String file = "/001565aabbcc.cfg";
    assertThat(located(file).roleFor(FIRST)).isEqualTo(FileRole.DEVICE);
    assertThat(located(file).roleFor(SECOND)).isEqualTo(FileRole.PERSONAL);
    assertThat(located(file, "first M1 1.0").role()).isEqualTo(FileRole.DEVICE);
    assertThat(located(file, "second M1 1.0").role()).isEqualTo(FileRole.PERSONAL);
    assertThat(located("/001565aabbcc.boot").role()).isEqualTo(FileRole.PROBE);
    assertThat(located("/common.cfg").role()).isEqualTo(FileRole.COMMON);
  }

  @Test
  void nameThatIsPublicToOneBrandOnly_isChallenged() {
    TestBrand open =
        new TestBrand("open", Duration.ZERO, Scheme.DIGEST).claiming(".cfg", FileRole.PROBE);
    for (List<TestBrand> order : List.of(List.of(open, FIRST), List.of(FIRST, open))) {
      Located located =
          new Locate(new Brands(List.copyOf(order)))
              .locate(new Gate().get("/001565aabbcc.cfg").build())
              .orElseThrow();
      assertThat(located.role()).isEqualTo(FileRole.DEVICE);
    }
  }

  @Test
  void header_thatNobodyOrTwoSend_namesNoBrand() {
    String file = "/001565aabbcc.cfg";
    assertThat(located(file).headerBrand()).isEmpty();
    assertThat(located(file, "Mozilla/5.0").headerBrand()).isEmpty();
    assertThat(located(file, "first M1 1.0", "second M1 1.0").headerBrand()).isEmpty();
    assertThat(located(file, "first M1 1" + "0".repeat(512)).headerBrand()).isEmpty();
  }

  @Test
  void locate_ofAKnownAndAnUnknownMac_asksNoStore() {
    Gate gate = new Gate().armed(Gate.MAC);
    gate.stores.calls();
    gate.get("/" + Gate.MAC + ".cfg").send();
    assertThat(gate.stores.calls()).isEmpty();
  }

  @Test
  void recogniserWithADefect_503AndNoException() {
    Gate gate = new Gate().armed(Gate.MAC);
    Request request = gate.get("/" + Gate.MAC + ".cfg").agent("quick defect");
    assertThat(request.status()).isEqualTo(503);
    assertThat(gate.get("/" + Gate.MAC + ".cfg").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cfg/001565aabbcc.cfg", "/cfg001565aabbcc.cfg", "/cfg-001565aabbcc.cfg"})
  void fileOf_targetsOfPhones_areOurs(String target) {
    Gate gate = new Gate();
    String file = gate.latchkey.fileOf(target).orElseThrow();
    assertThat(located(file).mac()).contains(Gate.MAC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cfgs/x", "/cf", "/", "/other/001565aabbcc.cfg", "/cfgfoo.cfg", ""})
  void fileOf_otherTargets_areNot(String target) {
    assertThat(new Gate().latchkey.fileOf(target)).isEmpty();
  }
}
