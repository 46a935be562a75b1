package org.latchkey.store.jdbc;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.List;
import org.latchkey.device.MacAddress;
import org.latchkey.error.LatchkeyException;
import org.latchkey.error.SealException;
import org.latchkey.secret.Secret;
import org.latchkey.secret.SecretAccess;
import org.latchkey.secret.SecretSource;
import org.latchkey.secret.Vault;

/**
 * Values as sealed JSON: their components under their names. A component that a later release adds
 * must be optional, since what was sealed before lacks it; one that it no longer knows is passed
 * over.
 *
 * <p>Immutable and safe for use by many threads.
 */
final class SealedForm {
  private static final ObjectMapper JSON = mapper();

  private final Vault vault;
  private final SecretSource secrets;

  SealedForm(Vault vault, SecretSource secrets) {
    this.vault = vault;
    this.secrets = secrets;
  }

  String seal(String purpose, Object value) {
    try {
      return vault.seal(purpose, JSON.writeValueAsBytes(value), secrets);
    } catch (JacksonException e) {
      // without the cause, whose message may hold a value
      throw new SealException(purpose + " cannot be written: " + e.getClass().getSimpleName());
    }
  }

  /** How values of a type are read. */
  @FunctionalInterface
  interface Reader<T> {
    T read(byte[] json) throws IOException;
  }

  <T> T open(String purpose, String sealed, Reader<T> reader) {
    byte[] clear = vault.unseal(purpose, sealed);
    try {
      return reader.read(clear);
    } catch (LatchkeyException e) {
      throw e;
    } catch (IOException e) {
      throw new SealException(purpose + " cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /** Reads values of one type. */
  static <T> Reader<T> readerFor(Class<T> type) {
    ObjectReader json = JSON.readerFor(type);
    return json::readValue;
  }

  /** Reads lists of one type. */
  static <E> Reader<List<E>> readerForList(Class<E> element) {
    ObjectReader json = JSON.readerForListOf(element);
    return json::readValue;
  }

  private static ObjectMapper mapper() {
    SimpleModule texts = new SimpleModule("latchkey");
    texts.addSerializer(Secret.class, new Revealed());
    texts.addDeserializer(Secret.class, new Hidden());
    texts.addSerializer(MacAddress.class, new Digits());
    texts.addDeserializer(MacAddress.class, new Address());
    return JsonMapper.builder()
        .addModules(new Jdk8Module(), texts)
        // components only, by what is public: as a module, core opens nothing else
        .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
        .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.PUBLIC_ONLY)
        .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.PUBLIC_ONLY)
        .disable(MapperFeature.CAN_OVERRIDE_ACCESS_MODIFIERS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  private static final class Revealed extends JsonSerializer<Secret> {
    @Override
    public void serialize(Secret value, JsonGenerator out, SerializerProvider context)
        throws IOException {
      out.writeString(value.reveal(SecretAccess.granted()));
    }
  }

  private static final class Hidden extends JsonDeserializer<Secret> {
    @Override
    public Secret deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return Secret.of(in.getText());
    }
  }

  private static final class Digits extends JsonSerializer<MacAddress> {
    @Override
    public void serialize(MacAddress value, JsonGenerator out, SerializerProvider context)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  private static final class Address extends JsonDeserializer<MacAddress> {
    @Override
    public MacAddress deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      return MacAddress.of(in.getText());
    }
  }
}
