package org.latchkey.brand;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.config.KeyDictionary;
import org.latchkey.config.Parameters;
import org.latchkey.config.SecretNames;
import org.latchkey.device.Contact;
import org.latchkey.error.RenderException;
import org.latchkey.secret.Credential;

/**
 * Turns neutral words into a brand's own, and those into bytes.
 *
 * <p>Implementations are pure and safe for use by many threads.
 *
 * @since 1.0
 */
public interface Renderer {

  /**
   * Maps lines, keys and neutral settings to native parameters.
   *
   * @param rendering what the configuration is made of
   * @return the parameters in the order in which they are written, without reserved ones
   */
  Parameters map(Rendering rendering);

  /**
   * The parameters that keep the phone ours: URL, own credential, schedule, switches that stop
   * other sources.
   *
   * @param rendering what the configuration is made of
   * @return the parameters that are written last
   */
  Parameters reserved(Rendering rendering);

  /**
   * Says whether a native name belongs to what keeps the phone ours, in any of its spellings.
   *
   * @param name a native name
   * @return true if no override may set it
   */
  boolean reserves(String name);

  /**
   * Says whether the value of a native parameter must not be shown.
   *
   * @param name a native name
   * @return true for a password or a key; a brand whose names do not tell, such as numbers, says so
   *     itself
   */
  default boolean holdsSecret(String name) {
    return SecretNames.isSecret(name);
  }

  /**
   * Says whether a native parameter makes the phone take another firmware. Until the phone has
   * proven its credential such parameters are left out, wherever they come from: a phone that
   * reboots in the middle of its first boot begins it anew.
   *
   * @param name a native name
   * @return true if it waits for the proof
   */
  default boolean namesFirmware(String name) {
    return false;
  }

  /**
   * Says what is wrong with the value of a native entry, beyond what the grammar can carry.
   *
   * @param name a native name
   * @param value its value in a layer or a device
   * @return what the value must be, to follow the name and never with the value in it; the empty
   *     text if nothing is wrong or the brand does not know the name
   */
  default String objection(String name, String value) {
    return "";
  }

  /**
   * Says whether the configuration of a model can have a parameter of this name at all. A brand of
   * which one family speaks another language, or loses what stands beside a name that it does not
   * know, says no: then the entry is left out of that model's files, which explain remarks upon,
   * and cannot be saved where no model of the brand would take it, not even forced.
   *
   * @param model a model of the brand
   * @param name a native name
   * @return false if the model must not be told it; a brand with one language takes every name
   */
  default boolean speaks(Model model, String name) {
    return true;
  }

  /**
   * Lists what was said about a phone and cannot be told to it, or not in these words: settings
   * that its model or firmware does not have, texts in which a character was replaced.
   *
   * @param rendering what the configuration is made of
   * @return the remarks; a brand that does not say more has none
   */
  default List<Remark> remarks(Rendering rendering) {
    return List.of();
  }

  /**
   * The names that native parameters of this brand are known to have.
   *
   * @return the dictionary; without one every name is taken
   */
  default Optional<KeyDictionary> dictionary() {
    return Optional.empty();
  }

  /**
   * Writes a configuration.
   *
   * @param parameters what to write, in this order
   * @return the file
   * @throws RenderException if the grammar cannot carry a value
   */
  byte[] write(Parameters parameters);

  /**
   * Writes a file that all phones of the brand share. Everybody gets it without a credential, so it
   * holds nothing that is not in every copy of the library.
   *
   * @param name the file's name, one that the brand's recogniser claims as {@link FileRole#COMMON},
   *     in lower-case letters
   * @return the file, or empty if there is none: then the phone is told so
   */
  default Optional<byte[]> common(String name) {
    return Optional.empty();
  }

  /**
   * Writes a file that belongs to one phone and holds no secret of it, such as one that only names
   * other files. Whatever opens the phone's device file opens it too, and at no cost.
   *
   * @param name the file's name, one that the brand's recogniser claims as {@link
   *     FileRole#PERSONAL}, in lower-case letters, the MAC in it as 12 digits
   * @param rendering what the configuration is made of; of its secrets none may be written
   * @return the file, or empty if the brand makes none: then what the phone has sent is looked for
   * @throws RenderException if something about the device cannot be expressed
   */
  default Optional<byte[]> personal(String name, Rendering rendering) {
    return Optional.empty();
  }

  /**
   * Says whether a file is the phone book of the phone that asks for it. Only a phone that shows
   * its own credential gets it.
   *
   * @param name the file's name, one that the brand's recogniser claims as {@link
   *     FileRole#FIRMWARE} or {@link FileRole#PERSONAL}, in lower-case letters; the MAC is in it,
   *     as 12 digits, or in the folders before it
   * @return true if {@link #phoneBook} writes it; then the phone gets that if its domain has a
   *     phone book, and otherwise what a file of its role is
   */
  default boolean isPhoneBook(String name) {
    return false;
  }

  /**
   * Writes a phone book in the brand's form. No character in it is one that XML cannot carry.
   *
   * @param rendering the phone that gets it; of its secrets none may be written
   * @param contacts the contacts in the order in which they are shown, at least one
   * @return the file, or empty if phones of this model read none
   * @throws RenderException if something about the device cannot be expressed
   */
  default Optional<byte[]> phoneBook(Rendering rendering, List<Contact> contacts) {
    return Optional.empty();
  }

  /**
   * Says how a phone is pointed at the phone book that {@link #phoneBook} writes. Asked only where
   * the domain has one and no layer names another book.
   *
   * @param rendering the phone, its settings still without this
   * @param link where the phone finds its book without a credential, for phones that show none; who
   *     knows it reads the book
   * @return neutral settings, such as {@code phonebook.1.url}; none if the phone asks by itself, or
   *     cannot be pointed at it
   */
  default Map<String, String> phoneBookSettings(Rendering rendering, URI link) {
    return Map.of();
  }

  /**
   * Writes the first file of a phone whose MAC nothing tells: neither the file's name nor a header.
   * It sends the phone to its device file with the credential that it has just shown, and says
   * nothing else. Asked only for a right global pass, and only while a device of this brand may be
   * opened by it.
   *
   * @param name the file's name, one that the brand's recogniser claims as {@link
   *     FileRole#BOOTSTRAP}, in lower-case letters; empty for the bare provisioning URL
   * @param url the provisioning URL, ending in a slash
   * @param shown what the phone has shown
   * @return the file; empty if phones of this brand always say their MAC
   */
  default Optional<byte[]> stub(String name, URI url, Credential shown) {
    return Optional.empty();
  }

  /**
   * Writes a valid first file that changes nothing at the phone. It goes to phones that show a
   * right global pass which opens nothing for them, as healthy phones of some brands do at every
   * boot, if a refusal would harm them.
   *
   * @param name the file's name, one that the brand's recogniser claims as {@link
   *     FileRole#BOOTSTRAP}, in lower-case letters; empty for the bare provisioning URL
   * @return the file; empty if such phones may be refused like all others
   */
  default Optional<byte[]> nothing(String name) {
    return Optional.empty();
  }

  /**
   * Says what a personal file is that phones of this brand send. Only names that the brand's
   * recogniser claims as {@link FileRole#PERSONAL} are asked for.
   *
   * @param name the file's name in lower-case letters, a MAC at its beginning as 12 digits
   * @return what may become of it; unless a brand says more, nothing comes back to a phone
   */
  default UploadKind uploadKind(String name) {
    return UploadKind.LOG;
  }

  /**
   * Takes everything reserved out of overrides that a phone has sent, in any disguise in which a
   * phone might still read it. Whoever holds the phone's credential has chosen these bytes, so none
   * of them may be trusted to be what the brand's phones write.
   *
   * @param overrides a file of the kind {@link UploadKind#OVERRIDES}, as it was sent; not changed
   * @return what the phone may load, equal bytes for equal bytes; empty if that is nothing, which a
   *     brand that does not say more takes for granted
   */
  default Optional<byte[]> withoutReserved(byte[] overrides) {
    return Optional.empty();
  }
}
