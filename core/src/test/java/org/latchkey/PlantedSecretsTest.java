package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.latchkey.admin.Administration;
import org.latchkey.error.LatchkeyException;
import org.latchkey.pass.AccessCodec;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;
import org.latchkey.secret.Vault;
import org.latchkey.spi.AccessRecord;

/** After a whole life no secret stands in the store, in an event, in a log or in a message. */
class PlantedSecretsTest {
  private static final String FILE = "/" + Gate.MAC + ".cfg";
  private static final Credential BY_HAND = Credential.of("byhand", "PlantedByHand99");

  @RegisterExtension final Logs logs = new Logs();
  private final Gate gate = new Gate();
  private final Administration admin = gate.latchkey.administration();
  private final List<Credential> planted = new ArrayList<>(List.of(Gate.PASS, BY_HAND));
  private final StringBuilder printed = new StringBuilder();

  /** Headers that print what they hold, as a host's may. */
  private record Printing(String value) implements ProvisioningRequest.Headers {
    @Override
    public List<String> values(String name) {
      return name.equals("Authorization") ? List.of(value) : List.of();
    }
  }

  private void print(Object... things) {
    for (Object thing : things) {
      printed.append(thing).append('\n');
    }
    for (AccessRecord row : gate.credentials.dump()) {
      String sealed = row.sealed();
      String payload = sealed.substring(sealed.lastIndexOf('.') + 1);
      byte[] bytes = Base64.getUrlDecoder().decode(payload);
      printed.append(row).append(new String(bytes, StandardCharsets.ISO_8859_1)).append('\n');
    }
  }

  /** Asks for the device file in both ways, printing the requests. */
  private ProvisioningResponse ask(Credential credential) {
    ProvisioningRequest basic = gate.get(FILE).basic(credential).build();
    Printing headers = new Printing(basic.headers().values("Authorization").get(0));
    ProvisioningRequest printing =
        new ProvisioningRequest(
            "GET", "/cfg" + FILE, FILE, headers, basic.remote(), true, List.of());
    print(basic, printing, gate.latchkey.handle(printing));
    ProvisioningRequest digest = gate.get(FILE).digest(credential).build();
    ProvisioningResponse response = gate.latchkey.handle(digest);
    print(digest, response, response.headers());
    return response;
  }

  private void printFailure(Runnable refused) {
    Throwable thrown = catchThrowable(refused::run);
    assertThat(thrown).isInstanceOf(LatchkeyException.class);
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    print(trace);
  }

  private void live() {
    print(admin.create(Gate.ADMIN, Gate.device(Gate.MAC, "quick", "new"), true));
    Credential own = Gate.carried(ask(Gate.PASS));
    planted.add(own);
    ask(own);
    ask(Gate.PASS);
    ask(Credential.of("stranger", "GuessedPassword1"));
    print(admin.rotate(Gate.ADMIN, Gate.MAC));
    Credential next = Gate.carried(ask(own));
    planted.add(next);
    ask(next);
    ask(own);
    print(admin.setCredential(Gate.ADMIN, Gate.MAC, BY_HAND, true));
    ask(BY_HAND);
    print(admin.show(Gate.ADMIN, Gate.MAC), gate.directory.load(Gate.MAC));
    print(
        new String(admin.preview(Gate.ADMIN, Gate.MAC, Gate.MAC + ".cfg"), StandardCharsets.UTF_8));
    printFailure(() -> gate.armed(Gate.MAC));
    printFailure(() -> Credential.of(":", clear(own)));
    printFailure(() -> Credential.of("x", clear(own).repeat(10)));
    fail(BY_HAND);
    print(admin.lock(Gate.ADMIN, Gate.MAC));
    ask(BY_HAND);
    printFailure(() -> admin.rotate(Gate.ADMIN, Gate.MAC));
  }

  /** Everything that can go wrong behind a right credential. */
  private void fail(Credential right) {
    for (String label : List.of(TestBrand.REFUSED, TestBrand.BREAKS, TestBrand.BREAKS_LATE)) {
      var before = gate.directory.load(Gate.MAC).orElseThrow();
      var broken = Gate.withLabel(before, label);
      gate.directory.replace(before, broken);
      assertThat(ask(right).status()).isEqualTo(503);
      printFailure(() -> admin.preview(Gate.ADMIN, Gate.MAC, Gate.MAC + ".cfg"));
      gate.directory.replace(broken, before);
    }
    for (String method : List.of("identify", "find", "load")) {
      gate.stores.down(method);
      assertThat(ask(right).status()).isEqualTo(503);
      gate.stores.up();
    }
  }

  @Test
  void wholeLife_leavesNoSecretAnywhere() {
    live();
    gate.told();
    print(gate.events.toArray());
    print(gate.passes.named("firstboot"), gate.latchkey, admin);
    assertThat(logs.from(Level.ALL)).as("something was logged").isNotEmpty();
    assertThat(logs.text()).contains("IllegalStateException");
    List<String> secrets = new ArrayList<>(List.of(Gate.SIP_PASSWORD));
    planted.forEach(credential -> secrets.add(clear(credential)));
    assertThat(secrets).doesNotHaveDuplicates().hasSize(5);
    String all = printed + logs.text();
    assertThat(all).contains(BY_HAND.username()).contains("RENDER_FAILED");
    for (String secret : secrets) {
      assertThat(all).doesNotContain(spellings(secret).toArray(String[]::new));
    }
    for (Credential credential : planted) {
      // as good as the password for whoever speaks Digest
      assertThat(all).doesNotContain(hash(credential));
    }
  }

  /** The search finds what it looks for. */
  @Test
  void spellings_ofASecretInAHeader_areFound() {
    String header = gate.get(FILE).basic(BY_HAND).build().headers().values("Authorization").get(0);
    assertThat(spellings(clear(BY_HAND)).stream().anyMatch(header::contains)).isTrue();
    gate.armed(Gate.MAC).firstBoot(Gate.MAC);
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 7);
    AccessRecord row = gate.credentials.find(Gate.MAC).orElseThrow();
    byte[] clear = Vault.ofKey(key).unseal("access/" + Gate.MAC, row.sealed());
    String own = clear(AccessCodec.decode(clear).known().get(0));
    assertThat(new String(clear, StandardCharsets.ISO_8859_1)).contains(own);
  }

  /** As it is, turned round, in hexadecimal digits, and in Base64 at each of its three offsets. */
  private static Collection<String> spellings(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    String hex = HexFormat.of().formatHex(bytes);
    List<String> all =
        new ArrayList<>(
            List.of(
                secret,
                new StringBuilder(secret).reverse().toString(),
                hex,
                hex.toUpperCase(Locale.ROOT)));
    for (int offset = 0; offset < 3; offset++) {
      byte[] shifted = new byte[offset + bytes.length];
      System.arraycopy(bytes, 0, shifted, offset, bytes.length);
      // what the neighbours change is cut off
      String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      String sure = text.substring((offset * 8 + 5) / 6, shifted.length * 8 / 6);
      all.add(sure);
      all.add(sure.replace('+', '-').replace('/', '_'));
    }
    return all;
  }

  private static String hash(Credential credential) {
    String pair = credential.username() + ":provisioning:" + clear(credential);
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(md5.digest(pair.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String clear(Credential credential) {
    return credential.password().reveal(SecretAccess.granted());
  }
}
