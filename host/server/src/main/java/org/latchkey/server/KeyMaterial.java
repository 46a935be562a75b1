package org.latchkey.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The server's key and certificate, from where the operator keeps them or made on first start. */
final class KeyMaterial {
  static final char[] NO_PASSWORD = new char[0];
  private static final Duration LIFE = Duration.ofDays(825);

  private KeyMaterial() {}

  static KeyStore fromPem(Path certificates, Path key) {
    try (InputStream chain = Files.newInputStream(certificates);
        Reader reader = Files.newBufferedReader(key, StandardCharsets.US_ASCII);
        PEMParser parser = new PEMParser(reader)) {
      Certificate[] all =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(chain)
              .toArray(Certificate[]::new);
      if (all.length == 0) {
        throw new StartException("--tls-cert: " + certificates + " has no certificate");
      }
      return store(privateKey(parser.readObject(), key), all);
    } catch (IOException | GeneralSecurityException e) {
      throw new StartException("cannot read " + certificates + " or " + key, e);
    }
  }

  private static PrivateKey privateKey(Object pem, Path file) throws IOException {
    JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
    if (pem instanceof PEMKeyPair pair) {
      return converter.getKeyPair(pair).getPrivate();
    }
    if (pem instanceof PrivateKeyInfo info) {
      return converter.getPrivateKey(info);
    }
    throw new StartException(
        "--tls-key: " + file + " must hold an unencrypted private key (PKCS#8 or PKCS#1)");
  }

  static KeyStore fromPkcs12(Path file, char[] password) {
    try (InputStream in = Files.newInputStream(file)) {
      return load(in, password);
    } catch (IOException | GeneralSecurityException e) {
      throw new StartException("cannot open " + file, e);
    }
  }

  /** Reads the self-signed certificate of a data folder, or makes one for some host. */
  static KeyStore selfSigned(Path file, String host) {
    byte[] bytes = PrivateFiles.readOrMake(file, () -> make(host));
    try {
      return load(new ByteArrayInputStream(bytes), NO_PASSWORD);
    } catch (IOException | GeneralSecurityException e) {
      throw new StartException("cannot open " + file, e);
    }
  }

  private static KeyStore load(InputStream in, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(in, password);
    return store;
  }

  private static KeyStore store(PrivateKey key, Certificate... chain)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    store.setKeyEntry("latchkey", key, NO_PASSWORD, chain);
    return store;
  }

  private static byte[] make(String host) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store(pair.getPrivate(), certificate(pair, host)).store(out, NO_PASSWORD);
      return out.toByteArray();
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new StartException("cannot make a certificate", e);
    }
  }

  private static Certificate certificate(KeyPair pair, String host)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    Instant now = ServerClock.now();
    X500Name name = new X500Name("CN=Latchkey self-signed");
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(63, new SecureRandom()).add(BigInteger.ONE),
            Date.from(now.minus(Duration.ofDays(1))),
            Date.from(now.plus(LIFE)),
            name,
            pair.getPublic());
    boolean address = host.matches("[0-9.]+|.*:.*");
    GeneralName[] names = {
      new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host),
      new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
      new GeneralName(GeneralName.dNSName, "localhost")
    };
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    byte[] encoded =
        builder
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
            .getEncoded();
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(encoded));
  }
}
