package org.latchkey.brand.panasonic;

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
import org.latchkey.config.Layer;
import org.latchkey.config.Parameter;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.device.Contact;
import org.latchkey.device.Line;
import org.latchkey.secret.Credential;
import org.latchkey.secret.Secret;
import org.latchkey.secret.SecretAccess;

/**
 * Writes a phone's file in one of two grammars, which the names of the parameters tell: KX-UTG's
 * are paths. First files are known by their names.
 */
final class PanasonicRenderer implements Renderer {
  private static final String STANDARD = "CFG_STANDARD_FILE_PATH";

  @Override
  public Parameters map(Rendering rendering) {
    PanasonicDialect dialect = PanasonicDialect.of(rendering);
    Parameters.Builder out = Parameters.builder();
    PanasonicSettings.addPhone(out, rendering.settings(), dialect);
    if (dialect.meets("uds")) {
      PanasonicHandsets.add(out, rendering);
    } else {
      PanasonicLines.add(out, rendering, dialect);
    }
    PanasonicKeys.add(out, rendering, dialect);
    return out.build();
  }

  @Override
  public Parameters reserved(Rendering rendering) {
    return PanasonicReserved.of(rendering, PanasonicDialect.of(rendering));
  }

  @Override
  public boolean reserves(String name) {
    return PanasonicNames.isReserved(name);
  }

  @Override
  public boolean holdsSecret(String name) {
    return PanasonicNames.isSecret(name);
  }

  @Override
  public boolean namesFirmware(String name) {
    return PanasonicNames.namesFirmware(name);
  }

  @Override
  public String objection(String name, String value) {
    return PanasonicText.objection(value, PanasonicNames.isPath(name));
  }

  @Override
  public boolean speaks(Model model, String name) {
    return PanasonicNames.isSpokenBy(model, name);
  }

  @Override
  public byte[] write(Parameters parameters) {
    boolean xml =
        parameters.list().stream().anyMatch(parameter -> PanasonicNames.isPath(parameter.name()));
    return xml ? PanasonicTree.write(parameters) : PanasonicFlat.write(parameters);
  }

  @Override
  public Optional<byte[]> stub(String name, URI url, Credential shown) {
    if (!PanasonicAddresses.objection(shown).isEmpty()) {
      return Optional.empty();
    }
    boolean xml = PanasonicFiles.isXml(name);
    String address = PanasonicAddresses.with(shown, url + PanasonicFiles.deviceOfAny(xml));
    String path = xml ? "Initial/CfgFiles/" + STANDARD : STANDARD;
    Parameter only = new Parameter(path, address, Layer.RESERVED, true);
    return Optional.of(
        xml
            ? PanasonicTree.write(new Parameters(List.of(only)))
            : PanasonicFlat.write(PanasonicFiles.isPcc(name), List.of(only)));
  }

  @Override
  public Optional<byte[]> nothing(String name) {
    return Optional.of(
        PanasonicFiles.isXml(name)
            ? PanasonicTree.nothing()
            : PanasonicFlat.write(PanasonicFiles.isPcc(name), List.of()));
  }

  /** Files of a model or of all phones, which only phones of another server's ask for. */
  @Override
  public Optional<byte[]> common(String name) {
    return nothing(name);
  }

  @Override
  public List<Remark> remarks(Rendering rendering) {
    PanasonicDialect dialect = PanasonicDialect.of(rendering);
    Settings settings = rendering.settings();
    List<Remark> remarks =
        new ArrayList<>(Remarks.unsaid(PanasonicSettings.unsaid(settings, dialect), settings));
    remarks.addAll(
        Remarks.replaced(rendering.device(), text -> PanasonicText.shown(text, dialect.isXml())));
    Settings.Value minutes = settings.get("resync.interval");
    if (minutes.number() > PanasonicSchedule.LONGEST_MINUTES) {
      String problem = "the phone asks every " + PanasonicSchedule.LONGEST_MINUTES + " minutes";
      remarks.add(new Remark("resync.interval", minutes.origin(), problem));
    }
    Settings.Value image = settings.get(PanasonicFirmware.SETTING);
    if (!image.isEmpty() && PanasonicFirmware.version(image).isEmpty()) {
      String problem = "the image's name tells no version, by which phones know that it is new";
      remarks.add(new Remark(PanasonicFirmware.SETTING, image.origin(), problem));
    }
    if (dialect.meets("uds")) {
      remarks.addAll(PanasonicHandsets.remarks(rendering));
    }
    if (rendering.model().keys() == 0 && !dialect.has(PanasonicQuirk.LABEL_OF_LINE)) {
      remarks.addAll(labels(rendering.device().lines()));
    }
    return remarks;
  }

  private static List<Remark> labels(List<Line> lines) {
    List<Remark> remarks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).label().isEmpty()) {
        String problem = "this model has no key to show it on";
        remarks.add(new Remark("lines[" + i + "].label", Layer.DEVICE, problem));
      }
    }
    return remarks;
  }

  @Override
  public Optional<KeyDictionary> dictionary() {
    return Optional.of(PanasonicNames.DICTIONARY);
  }

  @Override
  public boolean isPhoneBook(String name) {
    return PanasonicPhoneBook.mac(name).isPresent();
  }

  @Override
  public Optional<byte[]> phoneBook(Rendering rendering, List<Contact> contacts) {
    return Optional.of(PanasonicPhoneBook.write(contacts));
  }

  @Override
  public Map<String, String> phoneBookSettings(Rendering rendering, URI link) {
    return PanasonicPhoneBook.settings(rendering);
  }

  /** The one place of this brand where secrets are read: they are what phones must be told. */
  static String clear(Secret secret) {
    return secret.reveal(SecretAccess.granted());
  }
}
