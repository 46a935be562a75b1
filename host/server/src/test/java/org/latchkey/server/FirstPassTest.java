package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.memory.MemoryGlobalPasses;
import org.latchkey.pass.GlobalPass;
import org.latchkey.secret.Credential;

class FirstPassTest {
  @TempDir private Path folder;

  private final MemoryGlobalPasses passes = new MemoryGlobalPasses();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private Credential find(@Nullable String given, String file) {
    return FirstPass.find(
        passes,
        given,
        folder.resolve(file),
        () -> "MadeUpPassword42",
        new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void find_nothingAnywhere_madeAndKeptAndWritten() {
    Credential pass = find(null, "global-pass");

    assertThat(pass).isEqualTo(Credential.of("firstboot", "MadeUpPassword42"));
    assertThat(passes.all())
        .extracting(GlobalPass::scope)
        .containsExactly(GlobalPass.Scope.INSTALLATION);
    assertThat(folder.resolve("global-pass")).hasContent("firstboot:MadeUpPassword42\n");
    assertThat(find(null, "global-pass")).isEqualTo(pass);
    assertThat(said()).isEmpty();
  }

  @Test
  void find_anotherNodesFolder_getsThePassThatIsKept() {
    find("firstboot:PasswordOfNode1", "one");

    assertThat(find(null, "other")).isEqualTo(Credential.of("firstboot", "PasswordOfNode1"));
    assertThat(folder.resolve("other")).hasContent("firstboot:PasswordOfNode1\n");
    assertThat(folder.resolve("one")).doesNotExist();
  }

  @Test
  void find_environmentNamesAnother_keepsAndSaysSoWithoutPasswords() {
    find("firstboot:PasswordOfOld1", "file");

    Credential pass = find("firstboot:PasswordOfNew1", "file");

    assertThat(pass).isEqualTo(Credential.of("firstboot", "PasswordOfOld1"));
    assertThat(passes.all()).hasSize(1);
    assertThat(said()).contains("LATCHKEY_GLOBAL_PASS").doesNotContain("PasswordOf");
  }

  @Test
  void find_noColon_saysTheForm() {
    assertThatThrownBy(() -> find("nothing", "file"))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("user:password");
    assertThat(passes.all()).isEmpty();
  }
}
