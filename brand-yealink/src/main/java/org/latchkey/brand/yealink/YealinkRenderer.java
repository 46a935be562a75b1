package org.latchkey.brand.yealink;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.Remarks;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Rendering;
import org.latchkey.brand.UploadKind;
import org.latchkey.config.KeyDictionary;
import org.latchkey.config.Parameter;
import org.latchkey.config.Parameters;
import org.latchkey.config.SecretNames;
import org.latchkey.config.Settings;
import org.latchkey.device.Contact;
import org.latchkey.error.RenderException;
import org.latchkey.format.KeyValueWriter;
import org.latchkey.secret.Secret;
import org.latchkey.secret.SecretAccess;

/**
 * Writes {@code <mac>.cfg}. An empty value of a parameter stands for "back to the default" and is
 * written in the phone's word for it, since a blank would leave the phone as it was.
 */
final class YealinkRenderer implements Renderer {
  static final String LOCAL_CONFIG = "-local.cfg";
  static final String CONTACTS = "-contact.xml";

  private static final String NAMES_RESOURCE = "parameter-names.txt";
  private static final KeyDictionary NAMES =
      KeyDictionary.read(
          NAMES_RESOURCE,
          YealinkRenderer.class.getResourceAsStream(NAMES_RESOURCE),
          KeyDictionary::dotted);

  @Override
  public Parameters map(Rendering rendering) {
    YealinkDialect dialect = YealinkDialect.of(rendering);
    Parameters.Builder out = Parameters.builder();
    YealinkSettings.addPhone(out, rendering.settings(), dialect);
    YealinkAccounts.add(out, rendering, dialect);
    YealinkBases.add(out, rendering, dialect);
    YealinkKeys.add(out, rendering, dialect);
    return out.build();
  }

  @Override
  public Parameters reserved(Rendering rendering) {
    return YealinkReserved.of(rendering, YealinkDialect.of(rendering));
  }

  @Override
  public boolean reserves(String name) {
    return YealinkReserved.covers(name);
  }

  @Override
  public boolean namesFirmware(String name) {
    return YealinkReserved.namesFirmware(name);
  }

  @Override
  public String objection(String name, String value) {
    return YealinkNatives.objection(name, value);
  }

  @Override
  public boolean holdsSecret(String name) {
    return SecretNames.isSecret(name) || YealinkNatives.isSecret(name);
  }

  @Override
  public byte[] write(Parameters parameters) {
    KeyValueWriter writer = new KeyValueWriter(YealinkGrammar.FIRST_LINE);
    for (Parameter parameter : parameters.list()) {
      try {
        YealinkGrammar.write(writer, parameter.name(), parameter.value());
      } catch (IllegalArgumentException e) {
        throw new RenderException(
            parameter.origin().label(), parameter.name(), String.valueOf(e.getMessage()));
      }
    }
    return writer.toBytes();
  }

  @Override
  public List<Remark> remarks(Rendering rendering) {
    YealinkDialect dialect = YealinkDialect.of(rendering);
    Settings settings = rendering.settings();
    List<Remark> remarks =
        new ArrayList<>(Remarks.unsaid(YealinkSettings.TABLE.unsaid(settings, dialect), settings));
    remarks.addAll(Remarks.replaced(rendering.device(), YealinkGrammar::shown));
    return remarks;
  }

  @Override
  public Optional<KeyDictionary> dictionary() {
    return Optional.of(NAMES);
  }

  @Override
  public UploadKind uploadKind(String name) {
    if (name.endsWith(LOCAL_CONFIG)) {
      return UploadKind.OVERRIDES;
    }
    return name.endsWith(CONTACTS) ? UploadKind.CONTENT : UploadKind.LOG;
  }

  @Override
  public Optional<byte[]> withoutReserved(byte[] overrides) {
    return YealinkLocalConfig.clean(overrides);
  }

  @Override
  public boolean isPhoneBook(String name) {
    return name.endsWith(YealinkPhoneBook.SUFFIX);
  }

  @Override
  public Optional<byte[]> phoneBook(Rendering rendering, List<Contact> contacts) {
    return Optional.of(YealinkPhoneBook.write(contacts));
  }

  @Override
  public Map<String, String> phoneBookSettings(Rendering rendering, URI link) {
    return YealinkPhoneBook.settings(rendering);
  }

  /** The one place of this brand where secrets are read: they are what phones must be told. */
  static String clear(Secret secret) {
    return secret.reveal(SecretAccess.granted());
  }
}
