package org.latchkey.brand.snom;

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
import org.latchkey.secret.Credential;
import org.latchkey.secret.Secret;
import org.latchkey.secret.SecretAccess;

/**
 * Writes the files of both languages: XML of settings for the D and M series, a tree for the C
 * family. Which one a list of parameters is in, their names tell, and {@link SnomNames} keeps
 * either from getting into the other's file.
 */
final class SnomRenderer implements Renderer {
  @Override
  public Parameters map(Rendering rendering) {
    SnomDialect dialect = SnomDialect.of(rendering);
    Parameters.Builder out = Parameters.builder();
    if (SnomModels.isTree(rendering.model())) {
      SnomTreeSettings.add(out, rendering, dialect);
      return out.build();
    }
    SnomSettings.add(out, rendering, dialect);
    if (SnomModels.isDect(rendering.model())) {
      SnomDectLines.add(out, rendering);
    } else {
      SnomLines.add(out, rendering, dialect);
    }
    SnomKeys.add(out, rendering);
    return out.build();
  }

  @Override
  public Parameters reserved(Rendering rendering) {
    return SnomModels.isTree(rendering.model())
        ? SnomTreeReserved.of(rendering)
        : SnomReserved.of(rendering, SnomDialect.of(rendering));
  }

  @Override
  public boolean reserves(String name) {
    return SnomNames.isReserved(name);
  }

  @Override
  public boolean namesFirmware(String name) {
    return SnomNames.namesFirmware(name);
  }

  @Override
  public boolean speaks(Model model, String name) {
    return SnomNames.isSpokenBy(model, name);
  }

  /**
   * Every configuration has an address among its parameters, so the first name tells the language.
   */
  @Override
  public byte[] write(Parameters parameters) {
    boolean tree =
        !parameters.list().isEmpty() && !SnomNames.isElement(parameters.list().get(0).name());
    return tree ? SnomTree.write(parameters) : SnomXml.write(parameters);
  }

  @Override
  public Optional<byte[]> common(String name) {
    // languages are not ours to give; settings that everybody may have are none
    return name.startsWith(SnomFiles.SNOM) ? Optional.of(SnomXml.nothing()) : Optional.empty();
  }

  @Override
  public Optional<byte[]> personal(String name, Rendering rendering) {
    Settings.Value image = rendering.settings().get("firmware.url");
    return name.endsWith(SnomFiles.FIRMWARE) && rendering.proven() && !image.isEmpty()
        ? Optional.of(SnomXml.firmware(image.text()))
        : Optional.empty();
  }

  /** For firmware before 8.7.5, whose header names no MAC. */
  @Override
  public Optional<byte[]> stub(String name, URI url, Credential shown) {
    return SnomText.objection(url.toString()).isEmpty()
        ? SnomCredential.shown(shown).map(s -> SnomXml.write(SnomReserved.only(url.toString(), s)))
        : Optional.empty();
  }

  @Override
  public List<Remark> remarks(Rendering rendering) {
    SnomDialect dialect = SnomDialect.of(rendering);
    List<String> unsaid =
        SnomModels.isTree(rendering.model())
            ? SnomTreeSettings.unsaid(rendering, dialect)
            : SnomSettings.unsaid(rendering, dialect);
    List<Remark> remarks =
        new ArrayList<>(Remarks.unsaid(unsaid.stream().distinct().toList(), rendering.settings()));
    remarks.addAll(Remarks.replaced(rendering.device(), SnomText::shown));
    if (SnomModels.isDect(rendering.model())) {
      remarks.addAll(SnomDectLines.remarks(rendering));
    }
    if (dialect.has(SnomQuirk.KNOWN_HOLES)) {
      String problem =
          "this firmware lets strangers in over the network ("
              + SnomQuirk.KNOWN_HOLES.source()
              + "): give the phone 8.7.5.15 or later";
      remarks.add(new Remark("firmware.url", Layer.LIBRARY, problem));
    }
    return remarks;
  }

  @Override
  public Optional<KeyDictionary> dictionary() {
    return Optional.of(SnomNames.DICTIONARY);
  }

  @Override
  public boolean holdsSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SecretNames.isSecret(name)
        || lower.contains("_hash")
        || lower.contains("ac_code")
        || lower.contains("pin_code");
  }

  @Override
  public Optional<byte[]> phoneBook(Rendering rendering, List<Contact> contacts) {
    return Optional.of(SnomPhoneBook.write(rendering, contacts));
  }

  @Override
  public Map<String, String> phoneBookSettings(Rendering rendering, URI link) {
    return SnomPhoneBook.settings(rendering, link);
  }

  /** The one place of this brand where secrets are read: they are what phones must be told. */
  static String clear(Secret secret) {
    return secret.reveal(SecretAccess.granted());
  }
}
