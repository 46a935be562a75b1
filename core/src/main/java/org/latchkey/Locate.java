package org.latchkey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latchkey.Located.Candidate;
import org.latchkey.brand.Brand;
import org.latchkey.brand.Brands;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Product;
import org.latchkey.device.MacAddress;

/** Step 1: which phone asks for which file. Pure, and before any store is asked. */
final class Locate {
  private static final int LONGEST_HEADER = 512;

  private final Brands brands;

  Locate(Brands brands) {
    this.brands = brands;
  }

  /** Locates a request; empty if its target is nothing that a phone sends. */
  Optional<Located> locate(ProvisioningRequest request) {
    return RequestTarget.parse(request.file()).map(target -> locate(target, userAgent(request)));
  }

  /** Says whether a target without a slash before it is still a phone's. */
  boolean claims(String file) {
    Optional<Located> located = RequestTarget.parse(file).map(target -> locate(target, ""));
    return located
        .filter(l -> l.mac().isPresent() || !(l.candidates().isEmpty() || l.name().isEmpty()))
        .isPresent();
  }

  private Located locate(RequestTarget target, String userAgent) {
    String name = target.name();
    List<Candidate> candidates = new ArrayList<>(2);
    List<MacAddress> inPath = new ArrayList<>(2);
    for (Brand brand : brands.all()) {
      Optional<FileClaim> claim = brand.recogniser().file(name);
      if (claim.isPresent()) {
        candidates.add(new Candidate(brand, claim.get().role()));
        claim.get().mac().ifPresent(inPath::add);
      }
    }
    for (int i = target.segments().size() - 1; i >= 0; i--) {
      macOf(target.segments().get(i)).ifPresent(inPath::add);
    }
    target.queryMac().ifPresent(inPath::add);
    Optional<Brand> headerBrand = Optional.empty();
    Optional<Product> product = Optional.empty();
    if (!userAgent.isEmpty()) {
      for (Brand brand : brands.all()) {
        product = brand.recogniser().product(userAgent);
        if (product.isPresent()) {
          headerBrand = Optional.of(brand);
          break;
        }
      }
    }
    if (name.isEmpty()) {
      bare(headerBrand, product).ifPresent(candidates::add);
    }
    Optional<MacAddress> mac = inPath.stream().findFirst();
    Optional<MacAddress> headerMac = product.flatMap(p -> p.macFor(mac));
    boolean conflict =
        mac.isPresent()
            && (inPath.stream().anyMatch(other -> !other.equals(mac.get()))
                || headerMac.filter(other -> !other.equals(mac.get())).isPresent());
    return new Located(
        target.segments(),
        name,
        List.copyOf(candidates),
        mac,
        headerMac,
        conflict,
        headerBrand,
        product);
  }

  /** The URL itself, which some brands' phones take for a file, and claim only as their own. */
  private static Optional<Candidate> bare(Optional<Brand> brand, Optional<Product> product) {
    return brand
        .filter(b -> product.flatMap(b.recogniser()::bareUrl).isPresent())
        .map(b -> new Candidate(b, FileRole.BOOTSTRAP));
  }

  /**
   * A segment that is a MAC, or a MAC and an ending: longer digits are serial numbers, not MACs.
   */
  private static Optional<MacAddress> macOf(String segment) {
    Optional<MacAddress> whole = MacAddress.parse(segment);
    if (whole.isPresent()) {
      return whole;
    }
    for (int length : new int[] {12, 17}) {
      if (segment.length() > length && ".-_".indexOf(segment.charAt(length)) >= 0) {
        Optional<MacAddress> start = MacAddress.parse(segment, 0, length);
        if (start.isPresent()) {
          return start;
        }
      }
    }
    return Optional.empty();
  }

  private static String userAgent(ProvisioningRequest request) {
    List<String> values = request.headers().values("User-Agent");
    return values.size() == 1 && values.get(0).length() <= LONGEST_HEADER ? values.get(0) : "";
  }
}
