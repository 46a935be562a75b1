package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.secret.Credential;

/** {@code POST /devices:import}: a running fleet comes in. */
class FleetImportTest {
  private static final String PATH = "/devices:import";
  private static final String DEVICE = "mac,brand,model,domain,reseller";
  private static final String ACME = "yealink,T46S,acme.example,west";
  private static final String OTHER = "001565aabbdd";
  private static final String HELD = "provisioning_username,provisioning_password";

  @RegisterExtension final Api api = new Api();

  private Answer send(String csv) {
    return send(PATH, csv);
  }

  private Answer send(String path, String csv) {
    return api.call("POST", path, csv, "Content-Type", "text/csv");
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  private String state(String mac) {
    return api.get("/devices/" + mac).ok().path("access").path("state").asText();
  }

  @Test
  void row_withCredential_phoneGoesOnWithWhatItHas() {
    JsonNode answer =
        send(lines(DEVICE + "," + HELD, Api.MAC + "," + ACME + ",alice,PlantedOwn1")).ok();

    assertThat(answer.toString())
        .isEqualTo(
            """
            {"dryRun":false,"rows":1,"entered":1,"failed":0,"errors":[],"unlisted":0,\
            "stoppedAt":null}""");
    assertThat(state(Api.MAC)).isEqualTo("provisioned");
    assertThat(api.host.boot(Api.MAC, Credential.of("alice", "PlantedOwn1"))).isEqualTo(200);
    assertThat(api.host.boot(Api.MAC, Host.PASS)).isEqualTo(401);
    assertThat(api.host.told)
        .filteredOn(event -> event.source().equals("root"))
        .extracting(Event::type)
        .containsExactly(EventType.CREATED, EventType.CREDENTIAL_SET);
  }

  @Test
  void row_withPasswordAlone_usernameIsTheMac() {
    send(lines(DEVICE + ",provisioning_password", Api.MAC + "," + ACME + ",PlantedOwn1")).ok();

    assertThat(api.host.boot(Api.MAC, Credential.of(Api.MAC, "PlantedOwn1"))).isEqualTo(200);
  }

  @Test
  void row_thatAllowsTheGlobalPassword_isArmed() {
    send(lines(
            DEVICE + ",allow_global_password,armed_until",
            Api.MAC + "," + ACME + ",yes,2026-11-26T00:00:00Z",
            OTHER + "," + ACME + ",Yes,"))
        .ok();

    JsonNode access = api.get(Api.DEVICE).ok().path("access");
    assertThat(access.path("state").asText()).isEqualTo("armed");
    assertThat(access.path("armedUntil").asText()).isEqualTo("2026-11-26T00:00:00Z");
    assertThat(api.get("/devices/" + OTHER).ok().path("access").path("armedUntil").asText())
        .isEqualTo("2026-12-01T00:00:00Z");
    assertThat(api.host.boot(Api.MAC, Host.PASS)).isEqualTo(200);
  }

  @Test
  void row_withNeither_isLocked() {
    send(lines(DEVICE + "," + HELD + ",allow_global_password", Api.MAC + "," + ACME + ",,,no"))
        .ok();

    assertThat(state(Api.MAC)).isEqualTo("locked");
    assertThat(api.host.boot(Api.MAC, Host.PASS)).isEqualTo(401);
  }

  @Test
  void row_withBoth_opensToBothUntilThePhoneHasProvenTheNext() {
    send(lines(
            DEVICE + "," + HELD + ",allow_global_password",
            Api.MAC + "," + ACME + ",alice,PlantedOwn1,yes"))
        .ok();

    assertThat(api.host.boot(Api.MAC, Credential.of("alice", "PlantedOwn1"))).isEqualTo(200);
    assertThat(api.host.boot(Api.MAC, Host.PASS)).isEqualTo(200);
    assertThat(api.host.boot(Api.MAC, Credential.of("alice", "PlantedOwn1"))).isEqualTo(200);
  }

  @Test
  void columns_inAnyOrderBehindAByteOrderMark_areReadByName() {
    String csv =
        "\uFEFFline2_registrar,notes,reseller,line1_label,mac,model,line1_user,line1_registrar,"
            + "line2_user,brand,line1_transport,line1_port,pin,line1_voicemail,domain,serial,"
            + "line1_display_name,line1_auth_user,line1_password,line1_expires\n"
            + "pbx.example,\"third \"\"floor\"\"\r\nleft\",west,Zoë 😀,00:15:65:AA:BB:CC,T46S,"
            + "0100,sip.acme.example,101,yealink,tls,05061,0042,*97,acme.example,00312,"
            + "\"Ahl, Zoë\",auth,PlantedLine1,1800";
    send(csv).ok();

    assertThat(api.get(Api.DEVICE).ok().toString())
        .startsWith(
            """
            {"mac":"001565aabbcc","brand":"yealink","model":"T46S","domain":"acme.example",\
            "reseller":"west","serial":"00312","pin":"0042",\
            "notes":"third \\"floor\\"\\r\\nleft","lines":[\
            {"number":1,"label":"Zoë 😀","displayName":"Ahl, Zoë","user":"0100",\
            "authUser":"auth","passwordSet":true,\
            "registrar":{"host":"sip.acme.example","port":5061,"transport":"tls"},\
            "outboundProxy":null,"expires":1800,"voicemail":"*97"},\
            {"number":2,"label":"","displayName":"","user":"101","authUser":"101",\
            "passwordSet":false,\
            "registrar":{"host":"pbx.example","port":5060,"transport":"udp"},\
            "outboundProxy":null,"expires":3600,"voicemail":null}],"keys":[],"overrides":[],""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "001565aabbcc,yealink,T46S,acme.example,west,alice,PlantedOwn1\n",
        "mac;brand;model;domain;reseller\n001565aabbcc;yealink;T46S;acme.example;west\n",
        "mac,brand,model,domain,reseller,phone\n001565aabbcc,yealink,T46S,acme.example,west,x\n",
        "mac,brand,model,domain,reseller,\n001565aabbcc,yealink,T46S,acme.example,west,\n",
        "mac,brand,model,domain,reseller,MAC\n001565aabbcc,yealink,T46S,acme.example,west,\n",
        "mac,brand,model,domain,reseller,mac\n001565aabbcc,yealink,T46S,acme.example,west,\n",
        "mac,brand,model,domain,reseller,line0_user\n001565aabbcc,yealink,T46S,a.example,west,\n",
        "mac,brand,model,domain,reseller,line256_user\n001565aabbcc,yealink,T46S,a.example,w,\n",
        "mac,brand,model,domain,reseller,line01_user\n001565aabbcc,yealink,T46S,a.example,w,\n",
        "mac,brand,model,domain,reseller,line1_key\n001565aabbcc,yealink,T46S,a.example,west,\n",
      })
  void header_notOurs_nothingIsRead(String csv) {
    assertThat(send(csv).field()).isEqualTo("header");
  }

  @Test
  void header_unknownColumn_isNamed() {
    assertThat(send("mac,colour\n").detail(400)).contains("'colour'", "provisioning_password");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "mac                   | 1.57E+09                  | invalid | 12 hexadecimal | 1.57E+09",
        "mac                   | ``                        | invalid | given          | nothing",
        "brand                 | nokia                     | invalid | one of         | nokia",
        "model                 | T9000                     | invalid | known model    | T9000",
        "domain                | acme example              | invalid | letters        | acme example",
        "reseller              | ``                        | invalid | given          | nothing",
        "line3_port            | 70000                     | invalid | 65535          | 70000",
        "line3_port            | 5060.0                    | invalid | whole number   | 5060.0",
        "line3_port            | `` x``                    | invalid | whole number   | x",
        "line3_expires         | 99999999999               | invalid | whole number   | 99999999999",
        "line3_expires         | 3                         | invalid | 30 to 86400    | '3'",
        "line3_transport       | sctp                      | invalid | tls            | sctp",
        "line3_registrar       | ``                        | invalid | given          | nothing",
        "line3_registrar       | sip acme                  | invalid | host name      | sip acme",
        "line3_user            | ``                        | invalid | given          | nothing",
        "line3_label           | `\"a\nb\"`                | invalid | control        | a",
        "line3_password        | `\"Planted\nx = 1\"`      | invalid | control        | must",
        "provisioning_username | a:b                       | invalid | colon          | a:b",
        "provisioning_username | %NULL%                    | invalid | yealink        | must",
        "provisioning_password | ``                        | invalid | given          | nothing",
        "provisioning_password | `\"Planted\nx\"`          | invalid | control        | must",
        "allow_global_password | maybe                     | invalid | yes or no      | maybe",
        "armed_until           | tomorrow                  | invalid | ISO 8601       | tomorrow",
        "armed_until           | 2020-01-01T00:00:00Z      | invalid | ahead          | 2020",
        "armed_until           | 2027-11-24T00:00:00Z      | invalid | ahead          | 2027",
      })
  void row_bad_isToldByLineAndColumnAndTheOthersStay(
      String column, String cell, String code, String allowed, String found) {
    String all = DEVICE + ",line3_user,line3_registrar,line3_label,line3_password,line3_port,";
    String header = all + "line3_transport,line3_expires," + HELD + ",allow_global_password,";
    List<String> names = List.of((header + "armed_until").split(","));
    String good = "100,pbx.example,x,PlantedSip,5060,udp,60,bob,PlantedOwn,yes,";
    List<String> row =
        new ArrayList<>(
            List.of((OTHER + "," + ACME + "," + good + "2026-11-26T00:00:00Z").split(",")));
    row.set(names.indexOf(column), cell);
    JsonNode answer =
        send(lines(
                String.join(",", names),
                Api.MAC + "," + ACME + ",,,,,,,,,,,",
                String.join(",", row),
                "001565aabbee," + ACME + ",,,,,,,,,,,"))
            .ok();

    assertThat(answer.path("entered").asInt()).as(answer.toString()).isEqualTo(2);
    assertThat(answer.path("failed").asInt()).isEqualTo(1);
    JsonNode error = answer.path("errors").path(0);
    assertThat(error.path("line").asInt()).isEqualTo(3);
    assertThat(error.path("column").asText()).isEqualTo(column);
    assertThat(error.path("code").asText()).isEqualTo(code);
    assertThat(error.path("message").asText()).contains(allowed, found);
    assertThat(state(Api.MAC) + state("001565aabbee")).isEqualTo("lockedlocked");
    api.get("/devices/" + OTHER).problem(404);
  }

  @Test
  void row_endOfArmingWithoutArming_refused() {
    JsonNode answer =
        send(lines(DEVICE + ",armed_until", Api.MAC + "," + ACME + ",2026-11-26T00:00:00Z")).ok();

    assertThat(answer.path("errors").path(0).path("column").asText()).isEqualTo("armed_until");
  }

  @Test
  void row_ofADeviceThatExists_leavesItAsItIs() {
    api.post("/devices", Bodies.FULL).ok(201);
    String before = api.get(Api.DEVICE).ok().toString();

    JsonNode answer =
        send(lines(
                DEVICE + ",provisioning_password",
                Api.MAC + "," + ACME + ",PlantedOwn1",
                OTHER + "," + ACME + ",PlantedOwn2",
                OTHER + "," + ACME + ",PlantedOwn3"))
            .ok();

    assertThat(answer.path("entered").asInt()).isEqualTo(1);
    assertThat(codes(answer)).containsExactly("2 mac exists", "4 mac exists");
    assertThat(api.get(Api.DEVICE).ok().toString()).isEqualTo(before);
    assertThat(api.host.boot(OTHER, Credential.of(OTHER, "PlantedOwn2"))).isEqualTo(200);
  }

  @Test
  void dryRun_checksAllAndStoresNothing() {
    api.post("/devices", Bodies.bare(Api.MAC, "acme.example", "west")).ok(201);
    List<Object> before = api.host.stored();
    JsonNode answer =
        send(
                PATH + "?dryRun=true",
                lines(
                    DEVICE + "," + HELD,
                    Api.MAC + "," + ACME + ",,",
                    OTHER + "," + ACME + ",bob,PlantedOwn1",
                    OTHER + "," + ACME + ",bob,PlantedOwn1",
                    "001565aabbee," + ACME + ",%NULL%,PlantedOwn1"))
            .ok();

    assertThat(answer.path("dryRun").asBoolean()).isTrue();
    assertThat(answer.path("entered").asInt()).isEqualTo(1);
    assertThat(codes(answer))
        .containsExactly("2 mac exists", "4 mac exists", "5 provisioning_username invalid");
    assertThat(api.host.stored()).isEqualTo(before);
    assertThat(send(PATH + "?dryRun=maybe", "mac\n").field()).isEqualTo("dryRun");
  }

  @Test
  void blankRows_areSkippedAndLinesAreThoseOfTheFile() {
    JsonNode answer =
        send(DEVICE
                + ",notes\n\n,,,,,\n"
                + Api.MAC
                + ","
                + ACME
                + ",\"one\r\ntwo\nthree\"\n\n"
                + OTHER
                + "\n"
                + OTHER
                + ","
                + ACME
                + ",one,more\n")
            .ok();

    assertThat(answer.path("rows").asInt()).isEqualTo(3);
    assertThat(codes(answer)).containsExactly("8 null cells", "9 null cells");
    assertThat(answer.path("errors").path(0).path("message").asText())
        .isEqualTo("must have 6 cells as the header has, was 1");
    assertThat(answer.path("errors").path(1).path("message").asText()).endsWith("was 7");
  }

  @Test
  void bytesThatAreNoUtf8_refusedByTheirColumn() {
    String csv =
        lines(
            DEVICE + ",notes,provisioning_password",
            Api.MAC + "," + ACME + ",Zoë,PlantedOwn1",
            OTHER + "," + ACME + ",Zoe,PlantedÖwn1",
            "001565aabbee," + ACME + ",Zoe,PlantedOwn1");
    Answer answer =
        api.send(
            api.request(PATH)
                .header("Content-Type", "text/csv; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(csv.getBytes(StandardCharsets.ISO_8859_1))));

    assertThat(codes(answer.ok()))
        .containsExactly("2 notes invalid", "3 provisioning_password invalid");
    assertThat(answer.text()).contains("must be UTF-8: save the file as CSV in UTF-8");
    assertThat(state("001565aabbee")).isEqualTo("provisioned");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"never closed,", "\"closed\"and more"})
  void rowWithoutEnd_isTheLastThatIsRead(String cell) {
    JsonNode answer =
        send(DEVICE
                + ",notes\n"
                + Api.MAC
                + ","
                + ACME
                + ",\n"
                + OTHER
                + ","
                + ACME
                + ","
                + cell
                + "\n001565aabbee,"
                + ACME
                + ",\n")
            .ok();

    assertThat(codes(answer)).containsExactly("3 null malformed");
    assertThat(answer.path("stoppedAt").asInt()).isEqualTo(3);
    assertThat(state(Api.MAC)).isEqualTo("locked");
    api.get("/devices/" + OTHER).problem(404);
    api.get("/devices/001565aabbee").problem(404);
  }

  @Test
  void hostileSizes_areBounded() {
    String row = Api.MAC + "," + ACME + ",";

    assertThat(codes(send(DEVICE + ",notes\n" + row + "x".repeat(4_001) + "\n").ok()))
        .containsExactly("2 notes invalid");
    assertThat(codes(send(DEVICE + ",notes\n" + row + "x".repeat(9_000) + "\n").ok()))
        .containsExactly("2 null malformed");
    assertThat(codes(send(DEVICE + ",notes\n" + row + ",".repeat(1_000_000) + "\n").ok()))
        .containsExactly("2 null cells");
    assertThat(send("mac" + ",x".repeat(1_000_000) + "\n").field()).isEqualTo("header");
    assertThat(send("mac," + "x".repeat(9_000) + "\n").ok().path("stoppedAt").asInt()).isEqualTo(1);
    assertThat(codes(send(DEVICE + ",notes\n" + row + "\u0000\n").ok()))
        .containsExactly("2 notes invalid");
  }

  @Test
  void errors_tooMany_areCounted() {
    JsonNode answer = send("mac\n" + "zebra\n".repeat(1_500)).ok();

    assertThat(answer.path("failed").asInt()).isEqualTo(1_500);
    assertThat(answer.path("errors")).hasSize(1_000);
    assertThat(answer.path("unlisted").asInt()).isEqualTo(500);
  }

  @Test
  void guardedCells_areReadWithoutTheirGuard() {
    send(lines(
            DEVICE + ",line1_user,line1_registrar,line1_label,line1_display_name,notes",
            Api.MAC + "," + ACME + ",'+4930123,pbx.example,'Zoë,''quoted,'=1+1"))
        .ok();

    JsonNode device = api.get(Api.DEVICE).ok();
    JsonNode line = device.path("lines").path(0);
    assertThat(line.path("user").asText()).isEqualTo("+4930123");
    assertThat(line.path("label").asText()).isEqualTo("'Zoë");
    assertThat(line.path("displayName").asText()).isEqualTo("'quoted");
    assertThat(device.path("notes").asText()).isEqualTo("=1+1");
  }

  @Test
  void scopes_ownOnlyAndNoOfficeManager() {
    String row = lines(DEVICE, Api.MAC + "," + ACME);

    assertThat(api.as("acme").call("POST", PATH, row, "Content-Type", "text/csv").detail(403))
        .isEqualTo("OFFICE_MANAGER may not do this");
    assertThat(codes(api.as("east").call("POST", PATH, row, "Content-Type", "text/csv").ok()))
        .containsExactly("2 domain not_found");
    assertThat(
            api.as("west")
                .call("POST", PATH, row, "Content-Type", "text/csv")
                .ok()
                .path("entered")
                .asInt())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv                                  | 200",
        "TEXT/CSV; charset=\"UTF-8\"; header=present | 200",
        "text/csv; charset=iso-8859-1              | 415",
        "text/csv; header=absent                   | 415",
        "application/json                          | 415",
        "application/x-www-form-urlencoded         | 415"
      })
  void mediaType_isCsvInUtf8(String type, int status) {
    Answer answer = api.call("POST", PATH, "mac\n", "Content-Type", type);

    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void otherMethodsAndPaths_refused() {
    assertThat(api.get(PATH).problem(405).path("detail").asText()).contains("GET");
    send(PATH + "/more", "mac\n").problem(404);
  }

  /** Line, column and code of each error. */
  private static List<String> codes(JsonNode answer) {
    List<String> codes = new ArrayList<>();
    for (JsonNode error : answer.path("errors")) {
      codes.add(
          error.path("line").asText()
              + " "
              + error.path("column").asText()
              + " "
              + error.path("code").asText());
    }
    return codes;
  }
}
