package org.latchkey.example.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.latchkey.Latchkey;
import org.latchkey.ProvisioningRequest;
import org.latchkey.ProvisioningResponse;
import org.latchkey.brand.yealink.YealinkBrand;
import org.latchkey.caller.Caller;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.memory.MemoryDirectory;
import org.latchkey.memory.MemoryGlobalPasses;
import org.latchkey.pass.GlobalPass;
import org.latchkey.pass.GlobalPass.Scope;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Vault;
import org.latchkey.spi.CredentialStore;
import org.latchkey.spi.DeviceDirectory;

class ReadmeSnippetTest {
  private static final Path README = Path.of("..", "..", "README.md");
  private static final Path SELF =
      Path.of("src/test/java/org/latchkey/example/classpath/ReadmeSnippetTest.java");
  private static final int LONGEST = 15;

  @Test
  void snippet_armedPhone_getsItsConfiguration() {
    byte[] key = new byte[32];
    Device phone =
        Device.of(
            new DeviceIdentity(
                MacAddress.of("001565aabbcc"),
                "yealink",
                "T46S",
                new Owner("acme.example", "west"),
                "1"));
    ProvisioningResponse response = answer(key, "NotARealPass1234", phone, request());
    assertThat(response.status()).isEqualTo(200);
  }

  @Test
  void snippet_inReadme_isThisOne() throws IOException {
    List<String> code =
        between(Files.readAllLines(SELF), "    // snippet", "    // end of snippet");
    List<String> shown = between(Files.readAllLines(README), "```java", "```");
    assertThat(shown).hasSizeLessThanOrEqualTo(LONGEST);
    assertThat(shown).isEqualTo(code.stream().map(line -> line.substring(4)).toList());
  }

  private static ProvisioningResponse answer(
      byte[] key, String password, Device phone, ProvisioningRequest request) {
    // snippet
    DeviceDirectory directory = new MemoryDirectory(); // yours: who owns a phone, and its lines
    CredentialStore credentials = new MemoryCredentialStore(); // yours: one table, five columns
    GlobalPass pass =
        new GlobalPass("first", Scope.INSTALLATION, Credential.of("firstboot", password), false);
    URI url = URI.create("https://prov.example/cfg/"); // as the phones know it
    Latchkey latchkey =
        Latchkey.builder(url, directory, credentials, Vault.ofKey(key)) // key: 32 secret bytes
            .globalPasses(new MemoryGlobalPasses(pass))
            .brands(new YealinkBrand())
            .build();
    latchkey.administration().create(Caller.superUser("setup"), phone, true); // entered and armed
    ProvisioningResponse response = latchkey.handle(request); // what the servlet filter does
    // end of snippet
    return response;
  }

  private static ProvisioningRequest request() {
    byte[] pair = "firstboot:NotARealPass1234".getBytes(StandardCharsets.UTF_8);
    String basic = "Basic " + Base64.getEncoder().encodeToString(pair);
    return new ProvisioningRequest(
        "GET",
        "/cfg/001565aabbcc.cfg",
        "/001565aabbcc.cfg",
        name -> name.equalsIgnoreCase("Authorization") ? List.of(basic) : List.of(),
        InetAddress.getLoopbackAddress(),
        true,
        List.of());
  }

  private static List<String> between(List<String> lines, String start, String end) {
    int from = lines.indexOf(start) + 1;
    int to = from + lines.subList(from, lines.size()).indexOf(end);
    assertThat(from).as(start).isPositive();
    return lines.subList(from, to);
  }
}
