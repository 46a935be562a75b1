package org.latchkey.benchmarks;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.latchkey.brand.Brand;
import org.latchkey.brand.ConfigurationPipeline;
import org.latchkey.brand.Rendering;
import org.latchkey.brand.yealink.YealinkBrand;
import org.latchkey.config.Layer;
import org.latchkey.config.Layered;
import org.latchkey.config.Settings;
import org.latchkey.config.Vocabulary;
import org.latchkey.device.Device;
import org.latchkey.pass.Seen;
import org.latchkey.secret.Credential;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a device to the bytes of its file: settings, mapping, overrides, reserved parameters. */
@State(Scope.Benchmark)
public class RenderBenchmark extends Measured {
  private static final URI URL = URI.create("https://prov.example/cfg/");

  private static final String LARGEST = "largest";

  private final Credential credential = Credential.of("001565aabbcc", "NotARealOwnPassword1");

  /**
   * Which phone: one of a brand's usual ones with one account and ten keys, or everything that
   * Yealink's largest model has.
   */
  @Param({
    "yealink T46S 66.86.0.15",
    "polycom VVX450 5.9.7.3480",
    "snom D785 10.1.169.16",
    "grandstream GRP2614 1.0.5.48",
    "panasonic KX-HDV230 01.103",
    "cisco CP-8851-3PCC 12.0.3",
    LARGEST
  })
  public String phone = LARGEST;

  private Brand brand = new YealinkBrand();
  private Device device = Phones.usual();
  private String firmware = "66.86.0.15";

  /** For JMH. */
  public RenderBenchmark() {}

  /** Makes the device up, and renders it once to see that it can be. */
  @Setup
  public void enter() {
    if (phone.equals(LARGEST)) {
      device = Phones.largest(brand);
    } else {
      String[] words = phone.split(" ", -1);
      brand =
          Arrays.stream(Site.six()).filter(b -> b.id().equals(words[0])).findFirst().orElseThrow();
      device = Phones.usual(brand, words[1]);
      firmware = words[2];
    }
    if (render().length < 1_000) {
      throw new IllegalStateException("no configuration of a phone is so short");
    }
  }

  /**
   * One file.
   *
   * @return its bytes
   */
  @Benchmark
  public byte[] render() {
    List<Layered> layers = List.of(new Layered(Layer.DEVICE, device.overrides()));
    Rendering rendering =
        new Rendering(
            device,
            brand.models().get(device.identity().model()),
            Optional.of(new Seen(device.identity().model(), firmware)),
            URL,
            credential,
            true,
            Settings.resolve(Vocabulary.standard(), layers));
    return brand.renderer().write(ConfigurationPipeline.parameters(brand, rendering, layers));
  }
}
