package org.latchkey.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;
import org.latchkey.brand.Brand;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Entry;
import org.latchkey.device.Line;
import org.latchkey.device.LineKey;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.device.Registrar;
import org.latchkey.secret.Secret;

/** Runs the suite on a brand that keeps every law, and on as many that break one. */
class BrandContractTest {
  /** The suite is made by JUnit, so it cannot be told otherwise. */
  private static Defect defect = Defect.NONE;

  @ParameterizedTest
  @EnumSource
  void suite_brandWithOneDefect_failsByTheLawThatNamesIt(Defect each) {
    defect = each;
    Events tests =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(Suite.class))
            .execute()
            .testEvents();
    assertThat(tests.started().count()).isEqualTo(allLaws().size());
    assertThat(tests.failed().stream().map(BrandContractTest::law).collect(Collectors.toSet()))
        .as(() -> tests.failed().stream().map(BrandContractTest::reason).toList().toString())
        .isEqualTo(each.laws());
  }

  @Test
  void laws_all_areBrokenByADefect() {
    Set<String> broken = new TreeSet<>();
    for (Defect each : Defect.values()) {
      broken.addAll(each.laws());
    }
    assertThat(broken).isEqualTo(allLaws());
  }

  private static Set<String> allLaws() {
    return Arrays.stream(BrandContract.class.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(method -> method.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String law(Event failed) {
    return failed.getTestDescriptor().getDisplayName().replace("()", "");
  }

  private static String reason(Event failed) {
    Optional<Throwable> thrown =
        failed.getRequiredPayload(TestExecutionResult.class).getThrowable();
    return law(failed) + ": " + thrown.map(Throwable::toString).orElse("");
  }

  /** Not found by the build, only by the test above. */
  static class Suite extends BrandContract {
    @Override
    protected Brand brand() {
      return new TinyBrand(defect);
    }

    @Override
    protected List<Device> devices() {
      String id = defect == Defect.DEVICE_OF_ANOTHER_BRAND ? "other" : brand().id();
      DeviceIdentity identity =
          new DeviceIdentity(
              MacAddress.of("001565aabbcc"), id, "T1", new Owner("acme.example", "west"), "1");
      Line line =
          new Line(
              1,
              "Front desk",
              "Front desk",
              "100",
              "100",
              Secret.of("NotARealLine4"),
              new Registrar("sip.acme.example", 5060, Registrar.Transport.UDP),
              Optional.empty(),
              3600,
              Optional.of("*97"));
      LineKey key = new LineKey(2, LineKey.Type.BLF, "101", "Bob", Optional.empty());
      Entry entry = new Entry("tiny:sip.dtmf", "info", "");
      return List.of(
          new Device(
              identity,
              List.of(line),
              List.of(key),
              List.of(entry),
              Optional.empty(),
              Optional.empty(),
              ""));
    }

    @Override
    protected List<String> names(byte[] file) {
      List<String> names = new ArrayList<>();
      parse(file).forEach((name, values) -> values.forEach(value -> names.add(name)));
      return names;
    }

    /** A parameter reaches to the end of its line or to a semicolon. */
    @Override
    protected Map<String, List<String>> parse(byte[] file) {
      Map<String, List<String>> all = new LinkedHashMap<>();
      String text = new String(file, StandardCharsets.UTF_8);
      for (String each : text.split("[;\n\r]", -1)) {
        if (!each.isBlank()) {
          String[] both = each.split("=", 2);
          all.computeIfAbsent(both[0], name -> new ArrayList<>())
              .add(both.length == 1 ? "" : both[1]);
        }
      }
      return all;
    }
  }
}
