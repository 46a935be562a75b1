package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.memory.MemoryDirectory;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;
import org.latchkey.spi.DeviceCatalogue;
import org.latchkey.spi.EditableDirectory;

/** {@code GET /devices:export}: a fleet goes out, and comes in again as it was. */
class FleetExportTest {
  private static final String PATH = "/devices:export";
  private static final String SECRETS = PATH + "?secrets=true";
  private static final String OTHER = "001565aabbdd";
  private static final String HEADER =
      "mac,brand,model,domain,reseller,serial,pin,notes,line1_label,line1_display_name,line1_user,"
          + "line1_auth_user,line1_password,line1_registrar,line1_port,line1_transport,"
          + "line1_expires,line1_voicemail,provisioning_username,provisioning_password,"
          + "allow_global_password,armed_until\r\n";

  private boolean pagesFail;

  @RegisterExtension
  final Api api = new Api(new Host(Failing::new, store -> store, UnaryOperator.identity()));

  /** An inventory that is lost after the first page of a list that is asked for the second time. */
  private final class Failing implements EditableDirectory, DeviceCatalogue {
    private final MemoryDirectory inner;

    Failing(MemoryDirectory inner) {
      this.inner = inner;
    }

    @Override
    public Optional<DeviceIdentity> identify(MacAddress mac) {
      return inner.identify(mac);
    }

    @Override
    public Optional<Device> load(MacAddress mac) {
      return inner.load(mac);
    }

    @Override
    public boolean create(Device device) {
      return inner.create(device);
    }

    @Override
    public boolean replace(Device expected, Device next) {
      return inner.replace(expected, next);
    }

    @Override
    public boolean delete(MacAddress mac) {
      return inner.delete(mac);
    }

    @Override
    public List<Device> list(Query query) {
      List<Device> page = inner.list(query);
      if (pagesFail && page.isEmpty()) {
        failing++;
        if (failing == 2) {
          throw new UncheckedIOException(new ConnectException("10.0.0.7:5432 user=latchkey"));
        }
      }
      return page;
    }
  }

  private int failing;

  private Answer send(String csv) {
    return api.call("POST", "/devices:import", csv, "Content-Type", "text/csv");
  }

  /** An export that may tell secrets, past the harness that allows no answer to. */
  private String exported() throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(api.request(SECRETS).GET().build(), BodyHandlers.ofString())
        .body();
  }

  @Test
  void export_plain_tellsNoSecret() {
    api.post("/devices", Bodies.FULL).ok(201);
    api.put(Api.DEVICE + "/credential", "{\"username\":\"alice\",\"password\":\"PlantedOwn1\"}");
    Answer answer = api.get(PATH);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.type()).contains("text/csv; charset=UTF-8; header=present");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"devices.csv\"");
    assertThat(answer.text())
        .isEqualTo(
            HEADER
                + "001565aabbcc,yealink,T46S,acme.example,west,3121012345678,4711,third floor,100,"
                + "Alice,100,auth100,,sip.acme.example,5061,tls,1800,*97,alice,,no,\r\n");
    assertThat(api.host.told).extracting(Event::type).doesNotContain(EventType.EXPORTED);
  }

  @Test
  void export_withSecrets_isAnEventOfEachDevice() throws Exception {
    api.post("/devices", Bodies.FULL).ok(201);
    api.put(Api.DEVICE + "/credential", "{\"username\":\"alice\",\"password\":\"PlantedOwn1\"}");

    assertThat(api.as("west").get(PATH + "?secrets=maybe").field()).isEqualTo("secrets");
    assertThat(exported()).contains(",auth100,PlantedLine1,", ",alice,PlantedOwn1,no,");
    assertThat(api.host.told)
        .filteredOn(event -> event.type() == EventType.EXPORTED)
        .extracting(Event::source, event -> event.mac().orElseThrow().toString())
        .containsExactly(tuple("west", Api.MAC));
  }

  @Test
  void export_withoutDevices_isTheHeader() {
    assertThat(api.get(PATH).text())
        .isEqualTo(
            "mac,brand,model,domain,reseller,serial,pin,notes,provisioning_username,"
                + "provisioning_password,allow_global_password,armed_until\r\n");
  }

  /** What a spreadsheet takes for a formula, and what a CSV might lose. */
  @Test
  void export_readAgain_isTheSame() throws Exception {
    String line = "line1_label,line1_display_name,line1_user,line1_registrar,line1_password";
    String more = "line12_user,line12_registrar,line12_transport,line12_expires,line12_voicemail";
    String columns = "mac,brand,model,domain,reseller,serial,pin,notes," + line + "," + more;
    String access =
        ",provisioning_username,provisioning_password,allow_global_password,armed_until";
    String csv =
        columns
            + access
            + "\n"
            + Api.MAC
            + ",yealink,T46S,acme.example,west,007,0042,\"=cmd|' /C calc'!A0\",\"-1+1\",@SUM,"
            + "+4930123,sip.acme.example,=Planted,0100,10.0.0.7,tcp,60,*97,=alice,=PlantedOwn1,,\n"
            + OTHER
            + ",yealink,T46S,acme.example,west,'7,,\"a,\"\"b\"\"\r\nc\nd\r\",Zoë 😀,\" x \",'=1,"
            + "pbx.example,\"Planted, \"\"x\"\"\",''a,10.0.0.7,,,;=1+1,,,yes,2026-11-25T12:00:00Z\n"
            + "001565aabbee,yealink,T46S,blue.example,west,,,\"\t=1\",＝1,#,x,pbx.example,,,,,,,,,no,\n"
            + "001565aabbff,yealink,T46S,blue.example,west,,,\"\r\n=1\",,,,,,,,,,,bob,PlantedOwn2,"
            + "yes,\n";
    assertThat(send(csv).ok().path("errors")).isEmpty();
    List<Device> entered = devices();
    assertThat(entered).hasSize(4);
    String exported = exported();
    for (Device device : entered) {
      api.delete("/devices/" + device.identity().mac());
    }
    assertThat(devices()).isEmpty();

    String again = harmless(exported);
    assertThat(again)
        .contains(",'=cmd|' /C calc'!A0,'-1+1,'@SUM,'+4930123,", ",'=alice,'=PlantedOwn1,no,")
        .contains(",''7,", ",'\t=1,", ",'＝1,", ",\"'\r\n=1\",");
    assertThat(send(exported).ok().path("errors")).isEmpty();
    assertThat(exported()).isEqualTo(exported);
    assertThat(devices())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("identity.generation")
        .isEqualTo(entered);
    assertThat(api.host.boot(Api.MAC, Credential.of("=alice", "=PlantedOwn1"))).isEqualTo(200);
    assertThat(api.host.boot(OTHER, Host.PASS)).isEqualTo(200);
    assertThat(api.host.boot("001565aabbee", Host.PASS)).isEqualTo(401);
    assertThat(api.host.boot("001565aabbff", Credential.of("bob", "PlantedOwn2"))).isEqualTo(200);
    assertThat(api.host.boot("001565aabbff", Host.PASS)).isEqualTo(200);
  }

  /** The text, of which no cell begins as a formula does. */
  private static String harmless(String csv) throws Exception {
    try (CsvTable table =
        CsvTable.open(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))) {
      while (table.next(1_000)) {
        assertThat(table.cells()).noneMatch(cell -> cell.matches("(?s)[=+@\t\r\n\uFF1D-].*"));
      }
    }
    return csv;
  }

  private List<Device> devices() {
    Optional<String> any = Optional.empty();
    return api.host.directory.list(
        new DeviceCatalogue.Query("", any, any, any, Optional.empty(), 100));
  }

  @Test
  void export_ofWhatNoColumnSays_opensLess() {
    api.post("/devices", Bodies.bare(Api.MAC, "acme.example", "west")).ok(201);
    api.post(Api.DEVICE + "/disable").ok();
    api.post("/devices", Bodies.bare(OTHER, "acme.example", "west")).ok(201);
    api.post("/devices/" + OTHER + "/arm", "{\"from\":[\"10.0.0.0/8\"]}").ok();

    assertThat(api.get(PATH).text().lines().skip(1)).allMatch(row -> row.endsWith(",,no,"));
  }

  @Test
  void export_inTheMiddleOfAChange_tellsTheCredentialOfLast() throws Exception {
    api.post("/devices", Bodies.bare(Api.MAC, "acme.example", "west")).ok(201);
    assertThat(api.host.boot(Api.MAC, Host.PASS)).isEqualTo(200);
    Credential first = api.host.known(Api.MAC).get(0);
    assertThat(exported()).contains(row(first) + ",yes,2026-12-01T00:00:00Z\r\n");

    assertThat(api.host.boot(Api.MAC, first)).isEqualTo(200);
    assertThat(exported()).contains(row(first) + ",no,\r\n");

    api.post(Api.DEVICE + "/rotate").ok();
    assertThat(exported()).contains(row(first) + ",no,\r\n");

    api.host.clock.advance(Duration.ofMinutes(1));
    assertThat(api.host.boot(Api.MAC, first)).isEqualTo(200);
    Credential next = api.host.known(Api.MAC).get(1);
    assertThat(exported()).contains(row(next) + ",no,\r\n");

    api.post(Api.DEVICE + "/arm", "{\"keepCredential\":true}").ok();
    assertThat(exported()).contains(row(next) + ",yes,2026-12-01T00:01:00Z\r\n");

    api.post(Api.DEVICE + "/arm").ok();
    assertThat(exported()).contains(",,,yes,2026-12-01T00:01:00Z\r\n");
  }

  private static String row(Credential credential) {
    return credential.username() + "," + credential.password().reveal(SecretAccess.granted());
  }

  @Test
  void scopes_ownOnlyAndNoOfficeManager() {
    api.post("/devices", Bodies.bare(Api.MAC, "acme.example", "west")).ok(201);
    api.post("/devices", Bodies.bare(OTHER, "red.example", "east")).ok(201);

    assertThat(api.as("acme").get(PATH).detail(403)).isEqualTo("OFFICE_MANAGER may not do this");
    api.get(SECRETS).problem(403);
    assertThat(api.as("west").get(PATH).text()).contains(Api.MAC).doesNotContain(OTHER);
    assertThat(api.get(PATH + "?reseller=east").text()).doesNotContain(Api.MAC, OTHER);
    assertThat(api.as("super").get(PATH + "?domain=red.example").text())
        .contains(OTHER)
        .doesNotContain(Api.MAC);
    assertThat(api.post(PATH).problem(405)).isNotNull();
  }

  @Test
  void export_storeLostOnTheWay_isNotTakenForWhole() {
    StringBuilder csv = new StringBuilder("mac,brand,model,domain,reseller,notes\n");
    for (int i = 0; i < 400; i++) {
      csv.append("001565%06x,yealink,T46S,acme.example,west,".formatted(i))
          .append("x".repeat(300))
          .append('\n');
    }
    send(csv.toString()).ok();
    pagesFail = true;

    assertThatThrownBy(
            () ->
                HttpClient.newHttpClient()
                    .send(api.request(PATH).GET().build(), BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void export_storeLostBeforeAnythingWasSent_isSaid() {
    api.post("/devices", Bodies.bare(Api.MAC, "acme.example", "west")).ok(201);
    pagesFail = true;

    assertThat(api.get(PATH).detail(503)).isEqualTo("a store failed; try again");
  }
}
