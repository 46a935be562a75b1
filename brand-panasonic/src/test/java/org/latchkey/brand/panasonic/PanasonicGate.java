package org.latchkey.brand.panasonic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.secret.Credential;
import org.latchkey.testkit.brand.BrandGate;

/** A Latchkey over memory with one Panasonic phone. */
final class PanasonicGate extends BrandGate {
  /** What the phone calls itself. */
  static final String AGENT = "Panasonic_KX-HDV230/01.103 (0080f0c8c381)";

  static final String MODEL_FILE = "KX-HDV230.cfg";

  private static final Pattern ADDRESS = Pattern.compile("https://(\\w+):(\\w+)@prov\\.example/.*");

  /** A gate that is always asked from one address. */
  PanasonicGate() {
    this(false);
  }

  /** A gate that may be asked from another address each time. */
  PanasonicGate(boolean wanders) {
    super(
        Samples.BRAND,
        Samples.phone("KX-HDV230").with(Samples.line(1)).device(),
        Samples.FILE,
        PanasonicGate::own,
        wanders);
  }

  static Credential own(byte[] file) {
    Matcher address = ADDRESS.matcher(PhoneFile.of(file).get(Samples.STANDARD));
    if (!address.matches()) {
      throw new AssertionError("no credential in the address of the standard file");
    }
    return Credential.of(address.group(1), address.group(2));
  }
}
