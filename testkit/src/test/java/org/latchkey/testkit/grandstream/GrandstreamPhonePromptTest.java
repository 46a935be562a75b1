package org.latchkey.testkit.grandstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.testkit.grandstream.Provisioner.BINARY;
import static org.latchkey.testkit.grandstream.Provisioner.MAC;
import static org.latchkey.testkit.grandstream.Provisioner.OWN;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;

/** The box for user name and password that desk phones show when they are refused. */
class GrandstreamPhonePromptTest {
  private final Provisioner provisioner =
      new Provisioner().unique("unique", "own").user("global", "once");

  GrandstreamPhonePromptTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private static GrandstreamPhoneBuilder of(GrandstreamKind kind) {
    return GrandstreamPhone.builder(MAC).kind(kind);
  }

  @ParameterizedTest
  @EnumSource(names = {"GXP21XX", "GXP_XML_FIRST"})
  void boot_noCredentialOnDeskPhone_asksAndSendsWhatIsTyped(GrandstreamKind kind) {
    GrandstreamPhone phone = of(kind).build();
    phone.enterManually(provisioner.url(), "", "");

    Round asked = phone.boot();
    assertThat(asked.outcome()).isEqualTo(Outcome.PROMPT);
    assertThat(asked.trace()).endsWith(OWN + " 401");
    assertThat(asked.exchanges()).filteredOn(e -> e.file().equals(OWN)).hasSize(1);
    assertThat(phone.promptOpen()).isTrue();
    Round meanwhile = phone.resync();
    assertThat(meanwhile.outcome()).isEqualTo(Outcome.PROMPT);
    assertThat(meanwhile.exchanges()).isEmpty();

    Round rest = phone.answerPrompt("global", "once");
    assertThat(rest.outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(rest.trace()).startsWith(OWN + " 401", OWN + " 200");
    assertThat(rest.exchanges().get(1).user()).hasValue("global");
    assertThat(phone.promptOpen()).isFalse();
    assertThat(phone.holds("unique", "own")).isTrue();
  }

  @Test
  void boot_wrongCredentialOnDeskPhone_asksAfterThreeAttempts() {
    provisioner.user("global", "other");

    GrandstreamPhone phone = of(GrandstreamKind.GXP21XX).build();
    phone.enterManually(provisioner.url(), "global", "once");
    Round round = phone.boot();

    assertThat(round.outcome()).isEqualTo(Outcome.PROMPT);
    assertThat(round.exchanges()).filteredOn(e -> e.file().equals(OWN)).hasSize(6);
    assertThat(phone.answerPrompt("global", "typo").outcome()).isEqualTo(Outcome.PROMPT);
    assertThat(phone.answerPrompt("global", "other").outcome()).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void boot_promptOpen_noNextTimeThoughScheduled() {
    provisioner.numbered(OWN, "P194=1");
    GrandstreamPhone phone = of(GrandstreamKind.GXP21XX).build();
    phone.enterManually(provisioner.url(), "global", "once");
    assertThat(phone.boot().nextWakeUp()).isPresent();
    provisioner.user("global", "other");

    assertThat(phone.boot().nextWakeUp()).isEmpty();
    assertThat(phone.nextWakeUp()).isEmpty();
  }

  @Test
  void boot_challengedBinaryFile_asksThere() {
    provisioner.guardsAll = true;
    GrandstreamPhone phone = of(GrandstreamKind.GXP21XX).build();
    phone.enterManually(provisioner.url(), "", "");

    assertThat(phone.boot().trace()).containsExactly(BINARY + " 401");
  }

  @Test
  void boot_whilePromptOpen_goneAndAskedAgain() {
    GrandstreamPhone phone = of(GrandstreamKind.GXP21XX).build();
    phone.enterManually(provisioner.url(), "", "");
    phone.boot();

    assertThat(phone.boot().trace()).containsExactly(BINARY + " 404", OWN + " 401");
  }

  @Test
  void answerPrompt_nothingOpenOrBadText_refused() {
    GrandstreamPhone phone = of(GrandstreamKind.GXP21XX).build();
    assertThatThrownBy(() -> phone.answerPrompt("a", "b"))
        .isInstanceOf(IllegalStateException.class);
    phone.enterManually(provisioner.url(), "", "");
    phone.boot();

    assertThatThrownBy(() -> phone.answerPrompt("a b", "b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(phone.promptOpen()).isTrue();
  }

  @Test
  void boot_noCredentialWithoutPromptsOption_nextFile() {
    GrandstreamPhone phone = of(GrandstreamKind.GXP21XX).prompts(false).build();
    phone.enterManually(provisioner.url(), "", "");

    assertThat(phone.boot().trace()).endsWith("cfggxp2170.xml 404", "cfg.xml 404");
  }
}
