package org.latchkey.testkit.cisco;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;

/** Devices with the same firmware line, and so with the same names and habits. */
enum Family {
  /** Multiplatform phones 6800, 7800 and 8800. */
  MPP('M', "/$PSN.xml"),
  /** PhoneOS, 9800 and 8875; the factory rule is unconfirmed. */
  POS('P', "/$PSN.xml"),
  /** SPA 300 and 500 but the 525. */
  SPA('S', "/spa$PSN.cfg"),
  /** SPA525G and G2. */
  SPA525('5', "/spa$PSN.cfg"),
  /** Linksys SPA 900: rules know no credential. */
  SPA9('L', "/spa$PSN.cfg"),
  /** Adapters SPA112, 122 and 232D. */
  ATA1('1', "/spa$PSN.cfg"),
  /** Adapters ATA191 and 192; the factory rule is that of Wazo's templates. */
  ATA19('9', "/ata$PSN.cfg");

  private final char letter;
  private final String factoryRule;

  Family(char letter, String factoryRule) {
    this.letter = letter;
    this.factoryRule = factoryRule;
  }

  /** How the table of names calls the family. */
  char letter() {
    return letter;
  }

  String factoryRule() {
    return factoryRule;
  }

  boolean multiplatform() {
    return this == MPP || this == POS;
  }

  boolean adapter() {
    return this == ATA1 || this == ATA19;
  }

  /** Whether an account can be typed that counts for rules without a credential. */
  boolean profileAccount() {
    return multiplatform();
  }

  boolean asksRedirectService() {
    return multiplatform() || this == ATA19;
  }

  /** Whether rules know {@code --uid} and {@code --pwd}. */
  boolean ruleCredentials() {
    return this != SPA9;
  }

  /** What a new phone derives keys of profiles with: that of the OpenSSL its guide names. */
  String keyDigest() {
    return multiplatform() ? "SHA-256" : "MD5";
  }

  boolean knowsContentCoding() {
    return multiplatform();
  }

  /** Young phones take a retry delay of 0 for "never", the others for "at once". */
  boolean zeroRetryMeansNever() {
    return multiplatform() || this == ATA19;
  }

  Charset charset() {
    return this == SPA9 ? ISO_8859_1 : UTF_8;
  }
}
