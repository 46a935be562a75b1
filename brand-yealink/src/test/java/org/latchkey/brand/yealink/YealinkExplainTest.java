package org.latchkey.brand.yealink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.latchkey.brand.yealink.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.latchkey.brand.Explanation;
import org.latchkey.brand.Explanation.Explained;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.config.Layer;

class YealinkExplainTest {

  @Test
  void explanation_commandThatStandsTwice_eachOverrodeItsOwn() {
    List<Explained> passwords =
        phone("T46S", "66.86.0.15")
            .set(Layer.RESELLER, "phone.user.password", "fake-user-9")
            .explanation()
            .parameters()
            .stream()
            .filter(each -> each.parameter().name().equals("static.security.user_password"))
            .toList();
    assertThat(passwords).extracting(each -> each.overrode().size()).containsExactly(0, 1);
    assertThat(passwords.get(1).parameter().origin()).isEqualTo(Layer.RESELLER);
  }

  @Test
  void remarks_settingThatTheModelHasNotAndTextThatIsReplaced_areNamed() {
    Explanation explanation =
        phone("T46S", "66.86.0.15")
            .with(line(1, "%NULL%", "Alice", "fake"))
            .set(Layer.DOMAIN, "dect.pin", "4711")
            .explanation();
    assertThat(explanation.remarks())
        .extracting(Remark::what, Remark::layer)
        .containsExactly(tuple("dect.pin", Layer.DOMAIN), tuple("lines[0].label", Layer.DEVICE));
  }
}
