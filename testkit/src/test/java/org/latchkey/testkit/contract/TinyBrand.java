package org.latchkey.testkit.contract;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.latchkey.brand.BootSequence;
import org.latchkey.brand.Brand;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Model;
import org.latchkey.brand.ModelCatalogue;
import org.latchkey.brand.Product;
import org.latchkey.brand.Recogniser;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Traits;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;

/**
 * The smallest brand that keeps every law, and the same with one defect. Its phones ask for {@code
 * <mac>.cfg}, a first file without a MAC, one that all share and one of their own without secrets.
 *
 * @param defect what is wrong with it
 */
record TinyBrand(Defect defect) implements Brand, Recogniser, BootSequence {
  static final String SHARED = "tiny-all.txt";
  static final String FIRST = "tiny-first.txt";

  private static final String HEADER = "Tiny T1 ([0-9.]{1,20})";

  @Override
  public String id() {
    return defect == Defect.ID_IN_CAPITALS ? "Tiny" : "tiny";
  }

  @Override
  public Recogniser recogniser() {
    return this;
  }

  @Override
  public BootSequence bootSequence() {
    return this;
  }

  @Override
  public ModelCatalogue models() {
    Model first = new Model("T1", 2, 2, Map.of());
    return new ModelCatalogue(List.of(first, new Model("T2", 1, 0, Map.of())));
  }

  @Override
  public Renderer renderer() {
    return new TinyRenderer(defect);
  }

  @Override
  public Traits traits() {
    return new Traits(List.of(Traits.Scheme.DIGEST), Duration.ZERO, 20, "text/plain");
  }

  @Override
  public List<BootFile> files(DeviceIdentity phone) {
    return List.of(
        new BootFile(FIRST, FileRole.BOOTSTRAP),
        new BootFile(SHARED, FileRole.COMMON),
        new BootFile(phone.mac() + ".cfg", FileRole.DEVICE),
        new BootFile(phone.mac() + ".lst", FileRole.PERSONAL));
  }

  @Override
  public Optional<FileClaim> file(String name) {
    if (name.equalsIgnoreCase(SHARED)) {
      return Optional.of(new FileClaim(FileRole.COMMON, Optional.empty()));
    }
    if (name.equalsIgnoreCase(FIRST)) {
      return Optional.of(new FileClaim(FileRole.BOOTSTRAP, Optional.empty()));
    }
    if (defect == Defect.CLAIMS_THE_BARE_URL && name.isEmpty()) {
      return Optional.of(new FileClaim(FileRole.FIRMWARE, Optional.empty()));
    }
    if (defect == Defect.CLAIMS_EVERY_PAGE && name.endsWith(".html")) {
      return Optional.of(new FileClaim(FileRole.FIRMWARE, Optional.empty()));
    }
    String lower = name.toLowerCase(Locale.ROOT);
    String end = lower.endsWith(".cfg") ? ".cfg" : ".lst";
    if (!lower.endsWith(end)) {
      return Optional.empty();
    }
    String before = name.substring(0, name.length() - end.length());
    if (defect == Defect.TRIPS_OVER_NAMES_WITHOUT_MAC) {
      MacAddress.of(before);
    }
    FileRole role =
        end.equals(".cfg") || defect == Defect.ROLES_DISAGREE ? FileRole.DEVICE : FileRole.PERSONAL;
    return MacAddress.parse(before).map(mac -> new FileClaim(role, Optional.of(mac)));
  }

  @Override
  public Optional<Product> product(String header) {
    if (defect == Defect.KNOWS_EVERY_HEADER) {
      return Optional.of(new Product("T1", "", Optional.empty(), true));
    }
    return header.matches(HEADER)
        ? Optional.of(new Product("T1", header.substring(8), Optional.empty(), true))
        : Optional.empty();
  }

  @Override
  public List<String> headerPatterns() {
    return List.of(defect == Defect.KNOWS_EVERY_HEADER ? ".*" : HEADER);
  }
}
