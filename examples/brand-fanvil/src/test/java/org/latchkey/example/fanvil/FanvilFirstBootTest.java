package org.latchkey.example.fanvil;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.latchkey.Latchkey;
import org.latchkey.ProvisioningRequest;
import org.latchkey.ProvisioningResponse;
import org.latchkey.brand.yealink.YealinkBrand;
import org.latchkey.caller.Caller;
import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.memory.MemoryDirectory;
import org.latchkey.memory.MemoryGlobalPasses;
import org.latchkey.pass.GlobalPass;
import org.latchkey.pass.GlobalPass.Scope;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Vault;

/** The brand beside another one that asks for files of the same name, behind the real gate. */
class FanvilFirstBootTest {
  private static final String NAME = "/0c383e07e16c.cfg";

  private final Latchkey latchkey =
      Latchkey.builder(
              URI.create("https://prov.example/cfg/"),
              new MemoryDirectory(),
              new MemoryCredentialStore(),
              Vault.ofKey(new byte[32]))
          .globalPasses(
              new MemoryGlobalPasses(
                  new GlobalPass(
                      "first",
                      Scope.INSTALLATION,
                      Credential.of("firstboot", "NotARealPass1234"),
                      false)))
          .brands(new YealinkBrand(), new FanvilBrand())
          .build();

  @Test
  void armedPhone_globalPass_getsAFileWithItsOwnCredential() {
    latchkey
        .administration()
        .create(Caller.superUser("test"), FanvilContractTest.phone("X4U", List.of()), true);
    assertThat(get("").status()).isEqualTo(401);
    ProvisioningResponse first = get("firstboot:NotARealPass1234");
    assertThat(first.status()).isEqualTo(200);
    Map<String, List<String>> file = FanvilFile.read(first.body());
    assertThat(file.get("ap.FlashServerIP")).containsExactly("https://prov.example/cfg/");
    assertThat(file.get("web.account.1.Password")).hasSize(1);
    String own =
        file.get("ap.DefaultUsername").get(0) + ":" + file.get("ap.DefaultPassword").get(0);
    assertThat(own).hasSizeGreaterThan(20).doesNotContain("NotARealPass");
  }

  private ProvisioningResponse get(String credential) {
    byte[] pair = credential.getBytes(StandardCharsets.UTF_8);
    String basic = "Basic " + Base64.getEncoder().encodeToString(pair);
    Map<String, String> headers =
        Map.of("authorization", basic, "user-agent", "Fanvil X4U 2.12.16.17 0c383e07e16c");
    return latchkey.handle(
        new ProvisioningRequest(
            "GET",
            "/cfg" + NAME,
            NAME,
            name ->
                headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .filter(
                        header -> !credential.isEmpty() || !name.equalsIgnoreCase("authorization"))
                    .map(Map.Entry::getValue)
                    .toList(),
            InetAddress.getLoopbackAddress(),
            true,
            List.of()));
  }
}
