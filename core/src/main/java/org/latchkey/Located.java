package org.latchkey;

import java.util.List;
import java.util.Optional;
import org.latchkey.brand.Brand;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Product;
import org.latchkey.device.MacAddress;

/**
 * What path and header say of a request: no proof of anything.
 *
 * @param segments the names of folders and file behind the provisioning path, decoded
 * @param name the file's name
 * @param candidates the brands whose phones ask for such a file, and what it is to them
 * @param mac the MAC in the path
 * @param headerMac the MAC in the header; where it names several, the path's if that is one of them
 * @param conflict whether the path names two MACs, or path and header different ones
 * @param headerBrand the brand that the header names
 * @param product what else the header says
 */
record Located(
    List<String> segments,
    String name,
    List<Candidate> candidates,
    Optional<MacAddress> mac,
    Optional<MacAddress> headerMac,
    boolean conflict,
    Optional<Brand> headerBrand,
    Optional<Product> product) {

  record Candidate(Brand brand, FileRole role) {}

  /**
   * What the file is, as far as path and header tell: the header's brand decides among the
   * candidates; where several are left, the one that asks for more proof.
   */
  FileRole role() {
    if (candidates.isEmpty()) {
      return isGenericDeviceFile() ? FileRole.DEVICE : FileRole.UNKNOWN;
    }
    FileRole role = candidates.get(0).role();
    for (Candidate candidate : candidates) {
      if (headerBrand.filter(candidate.brand()::equals).isPresent()) {
        return candidate.role();
      }
      role = isPublic(role) ? candidate.role() : role;
    }
    return role;
  }

  /** Which device a request is about, if it shows a user name: the path counts most. */
  Optional<MacAddress> device(String username) {
    return mac.isPresent() ? mac : MacAddress.parse(username).or(() -> headerMac);
  }

  /**
   * Whether it comes from phones that repeat a 5xx at once; if the header does not tell, then
   * whether only such phones ask for the file.
   */
  boolean repeatsServerErrors() {
    return headerBrand
        .map(brand -> brand.traits().repeatsServerErrors())
        .orElseGet(
            () ->
                !candidates.isEmpty()
                    && candidates.stream().allMatch(c -> c.brand().traits().repeatsServerErrors()));
  }

  /** The brands whose phones share the file: the header's alone, if it is one of them. */
  List<Brand> sharing() {
    List<Brand> all =
        candidates.stream()
            .filter(candidate -> candidate.role() == FileRole.COMMON)
            .map(Candidate::brand)
            .toList();
    return headerBrand.filter(all::contains).map(List::of).orElse(all);
  }

  /** What the file is to phones of one brand. */
  FileRole roleFor(Brand brand) {
    for (Candidate candidate : candidates) {
      if (candidate.brand().equals(brand)) {
        return candidate.role();
      }
    }
    return isGenericDeviceFile() ? FileRole.DEVICE : FileRole.UNKNOWN;
  }

  static boolean isPublic(FileRole role) {
    return role == FileRole.PROBE || role == FileRole.COMMON;
  }

  /** Whether phones send files of this role; an unknown name is challenged before it is refused. */
  static boolean takesUploads(FileRole role) {
    return role == FileRole.PERSONAL || role == FileRole.UPLOAD;
  }

  /** A file with one MAC and the ending of a configuration, whatever brand claims the name. */
  private boolean isGenericDeviceFile() {
    return mac.isPresent()
        && MacAddress.parse(name, 0, Math.max(0, name.lastIndexOf('.'))).isPresent()
        && (endsWith(".cfg") || endsWith(".xml") || endsWith(".htm"));
  }

  private boolean endsWith(String ending) {
    return name.regionMatches(true, name.length() - ending.length(), ending, 0, ending.length());
  }
}
