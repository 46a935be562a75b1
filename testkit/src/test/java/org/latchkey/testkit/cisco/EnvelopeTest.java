package org.latchkey.testkit.cisco;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.latchkey.testkit.cisco.Provisioner.MAC;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.testkit.phone.Outcome;

/** Section 7 of the facts: packed and encrypted profiles, with its vectors. */
class EnvelopeTest {
  private static final String PLAIN = "<flat-profile><GPP_A>12345678</GPP_A></flat-profile>";
  private static final String PHRASE = "SecretPhrase1234";
  private static final byte[] SALT = HexFormat.of().parseHex("0102030405060708");
  private static final String MD5_FILE =
      "U2FsdGVkX18BAgMEBQYHCJlvMH8rXG3RlT0Bkwx6Q4n5PwLfUyPrD8a+e+lkntK8DyyFvcJYccqo1Ub6XzYTaloQaNoR"
          + "fryiFbKKGWTWlC4=";
  private static final String SHA_FILE =
      "U2FsdGVkX18BAgMEBQYHCBz5DQgnOsjUX8kfoOK6OY+attPLYqTQZLoVaBZOI/mS7/GMrXrqBqHGb9P2WGWSNBsJiy//"
          + "zF5VBYsdLCY4S3M=";
  private static final String IKM = "yqdlZ-tYemfogSmv7Ws5PQ";
  private static final String CODED =
      "I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg";

  private final Provisioner provisioner = new Provisioner();

  EnvelopeTest() throws IOException {}

  @AfterEach
  void stop() throws IOException {
    provisioner.close();
  }

  private Outcome load(CiscoPhone phone, String options, byte[] body, String... headers) {
    provisioner.next("/cfg", Provisioner.reply(200, body, headers));
    phone.enterManually(options + provisioner.url("/cfg"));
    return phone.resync().outcome();
  }

  private static CiscoPhoneBuilder builder(CiscoModel model) {
    return CiscoPhone.builder(MAC).model(model).restartsAfterChange(false);
  }

  private static byte[] zip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "MD5, 75618538a4502fa7161d6dc303f2a1f1c0ee19362ee647e725505c3c52364c82"
        + "04ca41f7b4e382da569224b0c61b445a",
    "SHA-256, ec2a2d45a836181f7fa96d7e6204d9c24cd45ff1e1062e3b2dae7e7baa7d63a8"
        + "e10dd0d54aefddc59586871b1a7bd83c"
  })
  void derive_vector_keyAndVectorOfTheSheet(String digest, String expected) throws Exception {
    assertThat(SaltedFile.derive(PHRASE, SALT, digest))
        .asHexString()
        .isEqualToIgnoringCase(expected);
  }

  @ParameterizedTest
  @CsvSource({"MD5, " + MD5_FILE, "SHA-256, " + SHA_FILE})
  void sealAndOpen_vector_fileOfTheSheet(String digest, String file) throws Exception {
    byte[] sealed = SaltedFile.seal(PLAIN.getBytes(UTF_8), PHRASE, SALT, digest);

    assertThat(Base64.getEncoder().encodeToString(sealed)).isEqualTo(file);
    assertThat(SaltedFile.open(sealed, PHRASE, digest)).asString(UTF_8).isEqualTo(PLAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "SPA504G, " + MD5_FILE,
    "SPA942, " + MD5_FILE,
    "SPA112, " + MD5_FILE,
    "ATA191, " + MD5_FILE,
    "CP_8851, " + SHA_FILE,
    "DP_9851, " + SHA_FILE
  })
  void resync_encrypted_digestOfTheFamily(CiscoModel model, String file) {
    CiscoPhone phone = builder(model).build();

    load(phone, "[--key \"" + PHRASE + "\"] ", Base64.getDecoder().decode(file));

    assertThat(phone.config("GPP_A")).contains("12345678");
  }

  @Test
  void resync_otherDigest_asBuilt() {
    CiscoPhone phone = builder(CiscoModel.CP_8851).keyDigest("MD5").build();

    load(phone, "[--key " + PHRASE + "] ", Base64.getDecoder().decode(MD5_FILE));

    assertThat(phone.config("GPP_A")).contains("12345678");
    byte[] other = Base64.getDecoder().decode(SHA_FILE);
    assertThat(load(phone, "[--key " + PHRASE + "] ", other)).isEqualTo(Outcome.FAILED);
  }

  @Test
  void resync_keyInSecretParameter_alwaysExpanded() {
    CiscoPhone phone = builder(CiscoModel.CP_8851).secretMacrosInCredential(false).build();
    phone.changeAtPhone(Map.of("GPP_SC", PHRASE));

    load(phone, "[--key $SC] ", Base64.getDecoder().decode(SHA_FILE));

    assertThat(phone.config("GPP_A")).contains("12345678");
  }

  @ParameterizedTest
  @CsvSource({"''", "[--key wrong] "})
  void resync_noKeyOrAnother_corrupt(String options) {
    CiscoPhone phone = builder(CiscoModel.CP_8851).build();

    assertThat(load(phone, options, Base64.getDecoder().decode(SHA_FILE)))
        .isEqualTo(Outcome.FAILED);
    assertThat(phone.config("GPP_A")).isEmpty();
  }

  @Test
  void resync_plainBodyDespiteKey_accepted() {
    CiscoPhone phone = builder(CiscoModel.CP_8851).build();

    load(phone, "[--key k] ", PLAIN.getBytes(UTF_8));

    assertThat(phone.config("GPP_A")).contains("12345678");
  }

  @Test
  void resync_packed_detectedByContent() throws Exception {
    CiscoPhone phone = builder(CiscoModel.SPA504G).build();

    load(phone, "", zip(PLAIN.getBytes(UTF_8)));

    assertThat(phone.config("GPP_A")).contains("12345678");
    byte[] broken = {0x1f, (byte) 0x8b, 8, 0, 1};
    assertThat(load(phone, "", broken)).isEqualTo(Outcome.FAILED);
  }

  @Test
  void resync_packedThenEncrypted_both() throws Exception {
    CiscoPhone phone = builder(CiscoModel.CP_8851).build();
    byte[] body = SaltedFile.seal(zip(PLAIN.getBytes(UTF_8)), "k", SALT, "SHA-256");

    load(phone, "[--key k] ", body);

    assertThat(phone.config("GPP_A")).contains("12345678");
  }

  @Test
  void open_contentCodingVector_plainTextOfTheRfc() throws Exception {
    byte[] body = Base64.getUrlDecoder().decode(CODED);
    byte[] key = Base64.getUrlDecoder().decode(IKM);

    assertThat(ContentCoding.open(body, key)).asString(US_ASCII).isEqualTo("I am the walrus");
    body[body.length - 1] ^= 1;
    assertThatThrownBy(() -> ContentCoding.open(body, key))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void open_twoRecordsOfTheRfc_joined() throws Exception {
    // section 3.2: records of 25 bytes, key id "a1", one byte of padding in the first
    byte[] body =
        Base64.getUrlDecoder()
            .decode(
                "uNCkWiNYzKTnBN9ji3-qWAAAABkCYTHOG8chz_gnvgOqdGYovxyjuqRyJFjEDyoF1Fvkj6hQPdPHI51"
                    + "OEUKEpgz3SsLWIqS_uA");
    byte[] key = Base64.getUrlDecoder().decode("BO3ZVPxUlnLORbVGMpbT1Q");

    assertThat(ContentCoding.open(body, key)).asString(US_ASCII).isEqualTo("I am the walrus");
  }

  @Test
  void resync_contentCoding_beatsTheKeyOnYoungPhones() throws Exception {
    byte[] coded = Base64.getUrlDecoder().decode(CODED);
    CiscoPhone young = builder(CiscoModel.CP_8851).build();
    young.changeAtPhone(Map.of("IKM_HTTP_Encrypt_Content", IKM));

    // the walrus is no profile, so success shows as another complaint
    provisioner.next("/cfg", Provisioner.reply(200, coded, "Content-Encoding: aes128gcm"));
    young.enterManually("[--key k] " + provisioner.url("/cfg"));
    assertThat(young.resync().defects().get(0).detail())
        .isEqualTo("cfg: not well-formed at line 1");

    young.changeAtPhone(Map.of("IKM_HTTP_Encrypt_Content", "BO3ZVPxUlnLORbVGMpbT1Q"));
    provisioner.next("/cfg", Provisioner.reply(200, coded, "Content-Encoding: aes128gcm"));
    assertThat(young.resync().defects().get(0).detail()).isEqualTo("cfg: cannot be decrypted");
  }

  @Test
  void resync_contentCoding_unknownToOldPhones() {
    CiscoPhone old = builder(CiscoModel.SPA504G).build();

    load(old, "", PLAIN.getBytes(UTF_8), "Content-Encoding: aes128gcm");

    assertThat(old.config("GPP_A")).contains("12345678");
  }
}
