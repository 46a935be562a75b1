package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.brand.polycom.PolycomBrand;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.polycom.Generation;
import org.latchkey.testkit.polycom.PolycomPhone;

/** What simulated phones of Polycom's put on the server over real TLS, and what is kept of it. */
class PolycomUploadsTest {
  private static final String LOG = "-app.log";
  private static final String RING = "np.normal.ringing.calls.tonePattern";

  private static UploadSite site;
  private static int phones;

  @BeforeAll
  static void start(@TempDir Path folder) {
    site = new UploadSite(folder, new PolycomBrand());
  }

  @BeforeEach
  void forget() {
    site.forget();
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static PolycomPhone enrolled(boolean logs) throws Exception {
    String product = "\"brand\":\"polycom\",\"model\":\"VVX500\"";
    String mac = site.enrol("0004f2", ++phones, product, "");
    return PolycomPhone.builder(mac)
        .generation(Generation.VVX)
        .uploadsLogs(logs)
        .tls(site.tls())
        .build();
  }

  private static PolycomPhone provisioned() throws Exception {
    PolycomPhone phone = enrolled(false);
    site.enterPass(phone);
    site.settle(phone);
    assertThat(site.stored()).isEmpty();
    return phone;
  }

  private static List<Integer> puts(Round round) {
    return round.exchanges().stream()
        .filter(e -> e.method().equals("PUT") && e.status() != 401)
        .map(Exchange::status)
        .toList();
  }

  private static int last(Round round) {
    return round.exchanges().get(round.exchanges().size() - 1).status();
  }

  @Test
  void logs_ofAnyBoot_storedUnderTheOwnCredentialOnly() throws Exception {
    PolycomPhone phone = enrolled(true);
    site.enterPass(phone);

    Round first = phone.boot();

    assertThat(puts(first)).isNotEmpty().allMatch(status -> status / 100 == 2);
    assertThat(site.state(phone)).isEqualTo("provisioned");
    site.forget();
    phone.boot();
    assertThat(site.listed(phone))
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .containsExactlyInAnyOrder(phone.mac() + "-boot.log", phone.mac() + LOG);
    assertThat(site.read(phone, phone.mac() + LOG)).contains("VVX_500");
  }

  @Test
  void log_ownCredential_storedAndGivenToNoPhone() throws Exception {
    PolycomPhone phone = provisioned();

    assertThat(phone.putLog("0101|what happened\n").outcome()).isEqualTo(Outcome.UPLOADED);

    assertThat(site.read(phone, phone.mac() + LOG)).isEqualTo("0101|what happened\n");
    assertThat(phone.resync().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void changes_ownCredential_storedAndKeptOverABoot() throws Exception {
    PolycomPhone phone = provisioned();

    assertThat(phone.changeAtPhone(Map.of(RING, "ringer5")).outcome()).isEqualTo(Outcome.UPLOADED);
    assertThat(phone.changeInWeb(Map.of("feature.x", "1")).outcome()).isEqualTo(Outcome.UPLOADED);
    phone.boot();

    assertThat(site.read(phone, phone.mac() + "-phone.cfg")).contains(RING + "=\"ringer5\"");
    assertThat(site.read(phone, phone.mac() + "-web.cfg")).contains("feature.x=\"1\"");
    assertThat(phone.config(RING)).contains("ringer5");
    assertThat(phone.config("feature.x")).contains("1");
  }

  @Test
  void changes_ofWhatIsReserved_storedButThatDoesNotComeBack() throws Exception {
    PolycomPhone phone = provisioned();
    Duration period = phone.nextWakeUp().orElseThrow();

    phone.changeInWeb(Map.of("prov.polling.enabled", "0", RING, "ringer5"));
    assertThat(phone.nextWakeUp()).isEmpty();
    phone.boot();

    assertThat(site.read(phone, phone.mac() + "-web.cfg")).contains("prov.polling.enabled=\"0\"");
    assertThat(phone.config(RING)).contains("ringer5");
    assertThat(phone.nextWakeUp()).contains(period);
  }

  @Test
  void contacts_ownCredential_comeBack() throws Exception {
    PolycomPhone phone = provisioned();
    String contacts = "<directory><item_list><item><fn>Zoë</fn></item></item_list></directory>";

    assertThat(phone.putContacts(contacts).outcome()).isEqualTo(Outcome.UPLOADED);
    phone.resync();

    assertThat(site.read(phone, phone.mac() + "-directory.xml")).isEqualTo(contacts);
    assertThat(phone.contacts()).isEqualTo(contacts);
  }

  @Test
  void globalPass_everyKind_takenAndDropped() throws Exception {
    PolycomPhone phone = enrolled(false);
    site.enterPass(phone);

    Round log = phone.putLog("early");
    Round change = phone.changeAtPhone(Map.of(RING, "ringer5"));
    Round contacts = phone.putContacts("<early/>");

    assertThat(List.of(last(log), last(change), last(contacts)))
        .allMatch(status -> status / 100 == 2);
    assertThat(site.stored()).isEmpty();
    assertThat(site.state(phone)).isEqualTo("armed");
    site.settle(phone);
    assertThat(phone.config(RING)).isEmpty();
    assertThat(phone.contacts()).isEmpty();
  }

  @Test
  void credentialOfAnotherPhone_everyKind_refusedAndNothingStored() throws Exception {
    PolycomPhone victim = provisioned();
    PolycomPhone other = provisioned();
    PolycomPhone forger = PolycomPhone.builder(victim.mac()).tls(site.tls()).build();
    forger.enterManually(
        site.url().toString(),
        other.storedUser().orElseThrow(),
        other.config("device.prov.password").orElseThrow());

    List<Round> rounds =
        List.of(
            forger.putLog("forged"),
            forger.changeInWeb(Map.of(RING, "ringer5")),
            forger.putContacts("<forged/>"));

    assertThat(rounds).extracting(Round::outcome).containsOnly(Outcome.FAILED);
    assertThat(rounds).extracting(PolycomUploadsTest::last).containsOnly(401);
    assertThat(site.stored()).isEmpty();
    assertThat(site.state(victim)).isEqualTo("provisioned");
  }

  @Test
  void room_ofADeviceIsUsed_refusedAndTheEarlierStays() throws Exception {
    PolycomPhone phone = provisioned();
    String first = "a".repeat(UploadSite.FILE);
    phone.putLog(first);
    phone.putContacts("c".repeat(UploadSite.DEVICE - UploadSite.FILE));

    Round round = phone.putContacts("d".repeat(UploadSite.DEVICE - UploadSite.FILE + 1));

    assertThat(last(round)).isEqualTo(413);
    assertThat(site.read(phone, phone.mac() + LOG)).isEqualTo(first);
    assertThat(site.read(phone, phone.mac() + "-directory.xml")).startsWith("c");
    assertThat(phone.putLog("short").outcome()).isEqualTo(Outcome.UPLOADED);
  }

  @Test
  void room_ofAllIsUsed_refusedUntilThereIsSomeAgain() throws Exception {
    PolycomPhone one = provisioned();
    PolycomPhone two = provisioned();
    PolycomPhone three = provisioned();
    one.putLog("1".repeat(UploadSite.FILE));
    two.putLog("2".repeat(UploadSite.FILE));
    int left = UploadSite.ALL - 2 * UploadSite.FILE;
    three.putLog("3".repeat(left));

    Round longer = three.putLog("4".repeat(left + 1));
    Round more = two.putContacts("5");

    assertThat(last(longer)).isEqualTo(413);
    assertThat(last(more)).isEqualTo(413);
    assertThat(site.read(three, three.mac() + LOG)).isEqualTo("3".repeat(left));
    assertThat(site.listed(two)).containsExactly(two.mac() + LOG + " " + UploadSite.FILE);
    one.putLog("short");
    assertThat(three.putLog("4".repeat(left + 1)).outcome()).isEqualTo(Outcome.UPLOADED);
  }
}
