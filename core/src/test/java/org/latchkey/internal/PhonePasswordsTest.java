package org.latchkey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.latchkey.config.Settings;
import org.latchkey.config.Vocabulary;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.secret.Vault;

class PhonePasswordsTest {
  private static final Vault VAULT = Vault.ofKey(new byte[32]);

  private final PhonePasswords passwords = new PhonePasswords(VAULT.subKey(PhonePasswords.USE));

  @Test
  void of_samePhoneAndKey_areTheSameOnEveryNode() {
    Map<String, String> there =
        new PhonePasswords(Vault.ofKey(new byte[32]).subKey(PhonePasswords.USE)).of(phone(1, "1"));
    assertThat(passwords.of(phone(1, "1"))).isEqualTo(there);
    // a release that worked them out otherwise would change the passwords of all phones
    assertThat(there)
        .containsEntry("phone.admin.password", "AtUebiRYEhX8cD8g")
        .containsEntry("phone.user.password", "SBiY3q6ckDxEjpij");
  }

  @Test
  void of_otherPhoneGenerationRoleOrKey_differ() {
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;
    List<Map<String, String>> all =
        List.of(
            passwords.of(phone(1, "1")),
            passwords.of(phone(2, "1")),
            passwords.of(phone(1, "2")),
            new PhonePasswords(Vault.ofKey(otherKey).subKey(PhonePasswords.USE)).of(phone(1, "1")));
    List<String> texts = new ArrayList<>();
    all.forEach(each -> texts.addAll(each.values()));
    assertThat(texts).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void of_manyPhones_canBeTypedAndAreAllowed() {
    for (int i = 0; i < 1_000; i++) {
      Map<String, String> made = passwords.of(phone(i, "1"));
      assertThat(made.values())
          .allMatch(text -> text.matches("[a-zA-Z2-9]{16}"))
          .allMatch(text -> text.matches(".*[a-z].*") && text.matches(".*[A-Z].*"))
          .allMatch(text -> text.matches(".*[2-9].*"))
          .noneMatch(text -> text.matches(".*[lIOo01].*"));
      Settings settings = Settings.resolve(Vocabulary.standard(), List.of()).withDefaults(made);
      assertThat(settings.get("phone.user.password").secret()).isTrue();
    }
  }

  private static DeviceIdentity phone(int number, String generation) {
    return new DeviceIdentity(
        MacAddress.of(String.format(Locale.ROOT, "001565%06x", number)),
        "yealink",
        "T46S",
        new Owner("acme.example", "west"),
        generation);
  }
}
