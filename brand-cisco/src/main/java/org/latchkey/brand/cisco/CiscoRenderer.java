package org.latchkey.brand.cisco;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.Model;
import org.latchkey.brand.Remarks;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Rendering;
import org.latchkey.config.KeyDictionary;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.SecretNames;
import org.latchkey.config.Settings;
import org.latchkey.device.Contact;
import org.latchkey.device.Device;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Secret;
import org.latchkey.secret.SecretAccess;

/** Writes the device file, and the first file of a phone whose MAC nothing tells. */
final class CiscoRenderer implements Renderer {
  private static final String ADMIN_PASSWORD = "phone.admin.password";
  private static final int SHORTEST_PASSWORD = 8;
  private static final int KINDS = 3;

  /** A phone that was sent on asks again after so many seconds. */
  private static final int SOON = 60;

  @Override
  public Parameters map(Rendering rendering) {
    CiscoDialect dialect = CiscoDialect.of(rendering);
    Parameters.Builder out = Parameters.builder();
    CiscoSettings.add(out, rendering.settings(), dialect);
    CiscoLines.add(out, rendering, dialect);
    CiscoKeys.add(out, rendering, dialect);
    return out.build();
  }

  @Override
  public Parameters reserved(Rendering rendering) {
    return CiscoReserved.of(rendering, CiscoDialect.of(rendering));
  }

  @Override
  public boolean reserves(String name) {
    return CiscoReserved.covers(name);
  }

  @Override
  public boolean namesFirmware(String name) {
    return CiscoReserved.namesFirmware(name);
  }

  @Override
  public boolean speaks(Model model, String name) {
    return CiscoNames.speaks(model, name);
  }

  @Override
  public byte[] write(Parameters parameters) {
    return CiscoGrammar.write(parameters);
  }

  @Override
  public Optional<byte[]> stub(String name, URI url, Credential shown) {
    Parameters rule =
        Parameters.builder()
            .add("Resync_Periodic", SOON, Layer.RESERVED)
            .addSecret(CiscoRules.PROFILE, CiscoRules.profile(url, shown), Layer.RESERVED)
            .build();
    return Optional.of(CiscoGrammar.write(rule));
  }

  @Override
  public List<Remark> remarks(Rendering rendering) {
    CiscoDialect dialect = CiscoDialect.of(rendering);
    Settings settings = rendering.settings();
    List<Remark> remarks =
        new ArrayList<>(Remarks.unsaid(CiscoSettings.unsaid(settings, dialect), settings));
    remarks.addAll(CiscoLines.remarks(rendering, dialect));
    Device device = rendering.device();
    remarks.addAll(Remarks.replaced(with(device, true), CiscoGrammar::shown));
    remarks.addAll(Remarks.replaced(with(device, false), CiscoGrammar::shownOnKey));
    Settings.Value pages = settings.get("web.http");
    if (dialect.has(CiscoQuirk.OPEN_PAGES) && pages.flag()) {
      remarks.add(new Remark("web.http", pages.origin(), CiscoQuirk.OPEN_PAGES.reason()));
    }
    Settings.Value password = settings.get(ADMIN_PASSWORD);
    if (dialect.has(CiscoQuirk.PASSWORDS_NEED_THREE_KINDS) && isRefused(password.text())) {
      remarks.add(
          new Remark(
              ADMIN_PASSWORD,
              password.origin(),
              "this model takes 8 characters or more, of three kinds among lower case, upper case,"
                  + " digits and others, and no blank"));
    }
    return remarks;
  }

  /** Some texts are shown on keys, where fewer characters stand for themselves. */
  private static Device with(Device device, boolean lines) {
    return new Device(
        device.identity(),
        lines ? device.lines() : List.of(),
        lines ? List.of() : device.keys(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private static boolean isRefused(String password) {
    long kinds =
        password
            .chars()
            .map(
                c ->
                    Character.isDigit(c)
                        ? 0
                        : Character.isUpperCase(c) ? 1 : Character.isLowerCase(c) ? 2 : 3)
            .distinct()
            .count();
    return !password.isEmpty()
        && (password.length() < SHORTEST_PASSWORD || kinds < KINDS || password.indexOf(' ') >= 0);
  }

  @Override
  public Optional<KeyDictionary> dictionary() {
    return Optional.of(CiscoNames.DICTIONARY);
  }

  @Override
  public boolean holdsSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SecretNames.isSecret(name)
        || CiscoGrammar.isRule(name)
        || lower.startsWith("gpp_s")
        || lower.startsWith("ikm_")
        || lower.startsWith("pskkey")
        || lower.startsWith("wepkey")
        || lower.contains("community");
  }

  @Override
  public Optional<byte[]> phoneBook(Rendering rendering, List<Contact> contacts) {
    return Optional.of(CiscoPhoneBook.write(rendering, contacts));
  }

  @Override
  public Map<String, String> phoneBookSettings(Rendering rendering, URI link) {
    return CiscoPhoneBook.settings(rendering, link);
  }

  /** The one place of this brand where secrets are read: they are what phones must be told. */
  static String clear(Secret secret) {
    return secret.reveal(SecretAccess.granted());
  }
}
