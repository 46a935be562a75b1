package org.latchkey.brand.grandstream;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.Model;
import org.latchkey.brand.Remarks;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Rendering;
import org.latchkey.config.KeyDictionary;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.device.Contact;
import org.latchkey.secret.Secret;
import org.latchkey.secret.SecretAccess;

/**
 * Writes {@code cfg<mac>.xml}. What it does not name stays on the phone as it was. It does not name
 * the phone's MAC either: a gateway with two would refuse the file for the other one.
 */
final class GrandstreamRenderer implements Renderer {
  private static final String NAMES_RESOURCE = "parameter-names.txt";
  private static final KeyDictionary NAMES =
      KeyDictionary.read(
          NAMES_RESOURCE,
          GrandstreamRenderer.class.getResourceAsStream(NAMES_RESOURCE),
          KeyDictionary::dotted);

  @Override
  public Parameters map(Rendering rendering) {
    GrandstreamDialect dialect = GrandstreamDialect.of(rendering);
    Parameters.Builder out = Parameters.builder();
    GrandstreamSettings.addPhone(out, rendering.settings(), dialect);
    GrandstreamLines.add(out, rendering, dialect);
    GrandstreamKeys.add(out, rendering, dialect);
    return out.build();
  }

  @Override
  public Parameters reserved(Rendering rendering) {
    return GrandstreamReserved.of(rendering, GrandstreamDialect.of(rendering));
  }

  @Override
  public boolean reserves(String name) {
    return GrandstreamReserved.covers(name);
  }

  @Override
  public boolean namesFirmware(String name) {
    return GrandstreamReserved.namesFirmware(name);
  }

  @Override
  public boolean holdsSecret(String name) {
    return GrandstreamNatives.isSecret(name);
  }

  @Override
  public String objection(String name, String value) {
    return GrandstreamNatives.objection(name, value);
  }

  /** A file has one grammar: numbers or items, of which GHP phones know no capitals. */
  @Override
  public boolean speaks(Model model, String name) {
    if (!GrandstreamModels.readsItems(model)) {
      return GrandstreamGrammar.isNumber(name);
    }
    boolean capitals = name.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
    return GrandstreamGrammar.isItem(name)
        && !(capitals && GrandstreamModels.family(model).equals("ghp"));
  }

  @Override
  public byte[] write(Parameters parameters) {
    return GrandstreamGrammar.write(parameters);
  }

  @Override
  public List<Remark> remarks(Rendering rendering) {
    Settings settings = rendering.settings();
    GrandstreamDialect dialect = GrandstreamDialect.of(rendering);
    List<Remark> remarks =
        new ArrayList<>(Remarks.unsaid(GrandstreamSettings.unsaid(rendering, dialect), settings));
    remarks.addAll(Remarks.replaced(rendering.device(), GrandstreamGrammar::shown));
    remarks.addAll(GrandstreamSchedule.remarks(settings, dialect));
    remarks.addAll(GrandstreamBooks.remarks(settings, dialect));
    remarks.addAll(GrandstreamImages.remarks(rendering, dialect));
    remarks.addAll(GrandstreamLines.remarks(rendering, dialect));
    remarks.addAll(GrandstreamKeys.remarks(rendering));
    return remarks;
  }

  @Override
  public Optional<KeyDictionary> dictionary() {
    return Optional.of(NAMES);
  }

  @Override
  public boolean isPhoneBook(String name) {
    return GrandstreamPhoneBook.isName(name);
  }

  @Override
  public Optional<byte[]> phoneBook(Rendering rendering, List<Contact> contacts) {
    return Optional.of(GrandstreamPhoneBook.write(contacts));
  }

  @Override
  public Map<String, String> phoneBookSettings(Rendering rendering, URI link) {
    return GrandstreamPhoneBook.settings(rendering, link);
  }

  /** The one place of this brand where secrets are read: they are what phones must be told. */
  static String clear(Secret secret) {
    return secret.reveal(SecretAccess.granted());
  }
}
