package org.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latchkey.admin.UnknownNames;
import org.latchkey.brand.Explanation;
import org.latchkey.brand.Explanation.Explained;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.config.Layer;
import org.latchkey.config.LayerKey;
import org.latchkey.config.Parameter;
import org.latchkey.device.Device;
import org.latchkey.device.Entry;

/** Why a configuration is as it is. */
class ExplainTest {
  private final Gate gate = new Gate();

  private void put(LayerKey key, String parameter, String value) {
    gate.latchkey
        .administration()
        .layers()
        .replace(
            Gate.ADMIN,
            key,
            Optional.empty(),
            List.of(new Entry(parameter, value, "")),
            UnknownNames.REFUSED);
  }

  private Explanation explain() {
    return gate.latchkey.administration().explain(Gate.ADMIN, Gate.MAC);
  }

  private void override(String parameter, String value) {
    Device device = gate.directory.load(Gate.MAC).orElseThrow();
    Device overridden =
        new Device(
            device.identity(),
            device.lines(),
            device.keys(),
            List.of(new Entry(parameter, value, "")),
            device.serial(),
            device.pin(),
            device.notes());
    gate.latchkey
        .administration()
        .replace(Gate.ADMIN, Gate.MAC, d -> overridden, UnknownNames.TAKEN);
  }

  private static Explained of(Explanation explanation, String name) {
    return explanation.parameters().stream()
        .filter(each -> each.parameter().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> overrode(Explained explained) {
    return explained.overrode().stream().map(Parameter::toString).toList();
  }

  @Test
  void explain_neutralSettingOfThreeLayers_eachIsNamedStrongestFirst() {
    gate.armed(Gate.MAC);
    put(LayerKey.brand("quick"), "time.zone", "Europe/Rome");
    put(LayerKey.reseller("west"), "time.zone", "Europe/Paris");
    put(LayerKey.domain(Gate.OWNER), "time.zone", "Europe/Berlin");
    Explained zone = of(explain(), "zone");
    assertThat(zone.parameter())
        .isEqualTo(new Parameter("zone", "Europe/Berlin", Layer.DOMAIN, false));
    assertThat(overrode(zone))
        .containsExactly("zone = Europe/Paris (reseller)", "zone = Europe/Rome (brand)");
  }

  @Test
  void explain_nativeEntryOverWhatALineSays_told() {
    gate.armed(Gate.MAC);
    override("quick:line.1.user", "900");
    assertThat(overrode(of(explain(), "line.1.user")))
        .containsExactly("line.1.user = 100 (device)");
  }

  @Test
  void explain_everyParameterOfTheFile_inItsOrderAndWithoutSecrets() {
    gate.armed(Gate.MAC);
    List<Parameter> parameters = explain().parameters().stream().map(Explained::parameter).toList();
    assertThat(parameters)
        .extracting(Parameter::name)
        .containsExactly("line.1.user", "line.1.password", "url", "proven", "user", "password");
    assertThat(parameters.get(1).value()).isEqualTo(Parameter.MASK);
    assertThat(parameters.get(5).value()).isEqualTo(Parameter.MASK);
    assertThat(explain().toString()).doesNotContain(Gate.SIP_PASSWORD);
  }

  @Test
  void explain_overriddenSecret_masked() {
    gate.armed(Gate.MAC);
    override("quick:line.1.password", "PlantedOther");
    assertThat(explain().toString()).doesNotContain(Gate.SIP_PASSWORD, "PlantedOther");
  }

  @Test
  void explain_whatTheModelCannotSay_isReported() {
    gate.armed(Gate.MAC);
    put(LayerKey.domain(Gate.OWNER), "time.ntp.secondary", "ntp.example");
    assertThat(explain().remarks())
        .containsExactly(new Remark("time.ntp.secondary", Layer.DOMAIN, "no word for it"));
  }
}
