package org.latchkey.brand.polycom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.Remarks;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Rendering;
import org.latchkey.brand.UploadKind;
import org.latchkey.config.KeyDictionary;
import org.latchkey.config.Parameters;
import org.latchkey.config.SecretNames;
import org.latchkey.config.Settings;
import org.latchkey.device.Contact;
import org.latchkey.secret.Secret;
import org.latchkey.secret.SecretAccess;

/**
 * Writes the device file, which has all parameters and secrets, and the master files, which name
 * it. What a device file does not name goes back to the phone's default, except for what is in
 * flash.
 */
final class PolycomRenderer implements Renderer {
  private static final String NAMES_RESOURCE = "parameter-names.txt";
  private static final KeyDictionary NAMES =
      KeyDictionary.read(
          NAMES_RESOURCE,
          PolycomRenderer.class.getResourceAsStream(NAMES_RESOURCE),
          KeyDictionary::dotted);

  @Override
  public Parameters map(Rendering rendering) {
    PolycomDialect dialect = PolycomDialect.of(rendering);
    Parameters.Builder out = Parameters.builder();
    PolycomSettings.add(out, rendering.settings(), dialect);
    PolycomLines.add(out, rendering, dialect);
    PolycomKeys.add(out, rendering);
    PolycomMaster.check(rendering);
    return out.build();
  }

  @Override
  public Parameters reserved(Rendering rendering) {
    return PolycomReserved.of(rendering, PolycomDialect.of(rendering));
  }

  @Override
  public boolean reserves(String name) {
    return PolycomReserved.covers(name);
  }

  @Override
  public boolean namesFirmware(String name) {
    return PolycomReserved.namesFirmware(name);
  }

  @Override
  public byte[] write(Parameters parameters) {
    return PolycomGrammar.write(parameters);
  }

  @Override
  public Optional<byte[]> common(String name) {
    return name.equals(PolycomFiles.NO_MAC + PolycomFiles.MASTER)
        ? Optional.of(PolycomMaster.ofAllPhones())
        : Optional.empty();
  }

  @Override
  public Optional<byte[]> personal(String name, Rendering rendering) {
    String mac = rendering.device().identity().mac().toString();
    if (name.equals(mac + PolycomFiles.MASTER)) {
      return Optional.of(PolycomMaster.of(rendering));
    }
    return name.equals(mac + PolycomFiles.DIRECTORY)
        ? PolycomDirectory.of(PolycomKeys.contacts(rendering))
        : Optional.empty();
  }

  @Override
  public List<Remark> remarks(Rendering rendering) {
    Settings settings = rendering.settings();
    List<Remark> remarks =
        new ArrayList<>(
            Remarks.unsaid(
                PolycomSettings.unsaid(settings, PolycomDialect.of(rendering)), settings));
    remarks.addAll(Remarks.replaced(rendering.device(), PolycomGrammar::shown));
    return remarks;
  }

  @Override
  public Optional<KeyDictionary> dictionary() {
    return Optional.of(NAMES);
  }

  @Override
  public boolean holdsSecret(String name) {
    return SecretNames.isSecret(name)
        || name.endsWith("configEncryption.key")
        || name.contains("customDeviceKey");
  }

  @Override
  public UploadKind uploadKind(String name) {
    if (name.endsWith(PolycomFiles.PHONE_OVERRIDES) || name.endsWith(PolycomFiles.WEB_OVERRIDES)) {
      return UploadKind.OVERRIDES;
    }
    return name.endsWith(PolycomFiles.DIRECTORY) || name.endsWith(PolycomFiles.CALLS)
        ? UploadKind.CONTENT
        : UploadKind.LOG;
  }

  @Override
  public Optional<byte[]> withoutReserved(byte[] overrides) {
    return PolycomOverrides.clean(overrides);
  }

  @Override
  public boolean isPhoneBook(String name) {
    return name.endsWith(PolycomFiles.DIRECTORY);
  }

  /** The phone asks for it by itself. */
  @Override
  public Optional<byte[]> phoneBook(Rendering rendering, List<Contact> contacts) {
    return Optional.of(PolycomDirectory.of(PolycomKeys.contacts(rendering), contacts));
  }

  /** The one place of this brand where secrets are read: they are what phones must be told. */
  static String clear(Secret secret) {
    return secret.reveal(SecretAccess.granted());
  }
}
