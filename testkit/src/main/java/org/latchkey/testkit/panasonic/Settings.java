package org.latchkey.testkit.panasonic;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.latchkey.testkit.phone.PhoneCredential;

/** The parameters that the phone itself reacts to. */
record Settings(Map<String, String> values) {
  static final String USER_AGENT = "HTTP_USER_AGENT";
  static final String FACTORY_USER_AGENT = "Panasonic_{MODEL}/{fwver} ({mac})";
  static final String TYPED_URL = "USR_PROV_SVR_URL";
  static final String TYPED_USER = "USR_PROV_SVR_AUTH_ID";
  static final String TYPED_PASSWORD = "USR_PROV_SVR_AUTH_PASSWORD";

  /** A value that is set and not empty. */
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(v -> !v.isEmpty());
  }

  boolean on(String name, boolean otherwise) {
    return text(name).map("Y"::equals).orElse(otherwise);
  }

  /** A number; what is none or out of range counts as not set. */
  int number(String name, int otherwise, int low, int high) {
    try {
      int number = text(name).map(Integer::parseInt).orElse(otherwise);
      return number < low || number > high ? otherwise : number;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  boolean provisions() {
    return on("PROVISION_ENABLE", true);
  }

  /** Whether certificates are checked. Only the value 0 is known. */
  boolean verifies() {
    return !text("HTTP_SSL_VERIFY").orElse("0").equals("0");
  }

  /** Addresses of files as stored, the strongest first. */
  Map<ConfigUrl, String> paths(Family family) {
    Map<ConfigUrl, String> paths = new EnumMap<>(ConfigUrl.class);
    for (ConfigUrl url : ConfigUrl.values()) {
      if (family.knows(url)) {
        text(url.parameter()).ifPresent(path -> paths.put(url, path));
      }
    }
    return paths;
  }

  /** A credential outside addresses, which KX-UTG has. */
  Optional<PhoneCredential> pair(String user, String password) {
    return text(user).map(u -> new PhoneCredential(u, text(password).orElse("")));
  }

  /** The number only, values may be secret. */
  @Override
  public String toString() {
    return values.size() + " parameters";
  }
}
