package org.latchkey;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.MessageDigestSpi;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.ShortBufferException;

/**
 * The platform's MD5 and AES-GCM, counted: how often a Digest response is really worked out and a
 * record really unsealed. Threads keep theirs, so only those of new threads are counted.
 */
final class CountedCrypto implements AutoCloseable {
  private final AtomicInteger hashes = new AtomicInteger();
  private final AtomicInteger ciphers = new AtomicInteger();
  private final Counting provider = new Counting(hashes, ciphers);

  CountedCrypto() {
    Security.insertProviderAt(provider, 1);
  }

  /** How many hashes were finished since this was asked last. */
  int hashes() {
    return hashes.getAndSet(0);
  }

  /** How many texts were sealed or unsealed since this was asked last. */
  int ciphers() {
    return ciphers.getAndSet(0);
  }

  @Override
  public void close() {
    Security.removeProvider(provider.getName());
  }

  private static final class Counting extends Provider {
    private static final long serialVersionUID = 1L;

    Counting(AtomicInteger hashes, AtomicInteger ciphers) {
      super("CountedCrypto", "1", "counts MD5 and AES-GCM");
      putService(
          new Service(this, "MessageDigest", "MD5", Md5.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
              return new Md5(hashes);
            }
          });
      putService(
          new Service(this, "Cipher", "AES/GCM/NoPadding", AesGcm.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
              return new AesGcm(ciphers);
            }
          });
    }
  }

  private static final class Md5 extends MessageDigestSpi {
    private final MessageDigest real;
    private final AtomicInteger hashes;

    Md5(AtomicInteger hashes) {
      this.hashes = hashes;
      try {
        real = MessageDigest.getInstance("MD5", Security.getProvider("SUN"));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected void engineUpdate(byte input) {
      real.update(input);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
      real.update(input, offset, length);
    }

    @Override
    protected byte[] engineDigest() {
      hashes.incrementAndGet();
      return real.digest();
    }

    @Override
    protected void engineReset() {
      real.reset();
    }
  }

  private static final class AesGcm extends CipherSpi {
    private final Cipher real;
    private final AtomicInteger ciphers;

    AesGcm(AtomicInteger ciphers) {
      this.ciphers = ciphers;
      try {
        real = Cipher.getInstance("AES/GCM/NoPadding", Security.getProvider("SunJCE"));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected void engineInit(
        int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random) {
      try {
        real.init(mode, key, parameters);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected void engineUpdateAAD(byte[] input, int offset, int length) {
      real.updateAAD(input, offset, length);
    }

    @Override
    protected byte[] engineDoFinal(byte[] input, int offset, int length)
        throws IllegalBlockSizeException, BadPaddingException {
      ciphers.incrementAndGet();
      return real.doFinal(input, offset, length);
    }

    @Override
    protected int engineDoFinal(
        byte[] input, int offset, int length, byte[] output, int outputOffset)
        throws ShortBufferException, IllegalBlockSizeException, BadPaddingException {
      ciphers.incrementAndGet();
      return real.doFinal(input, offset, length, output, outputOffset);
    }

    @Override
    protected int engineGetOutputSize(int length) {
      return real.getOutputSize(length);
    }

    @Override
    protected int engineGetBlockSize() {
      return real.getBlockSize();
    }

    @Override
    protected byte[] engineGetIV() {
      return real.getIV();
    }

    @Override
    protected AlgorithmParameters engineGetParameters() {
      return real.getParameters();
    }

    // GCM in one piece needs none of these

    @Override
    protected void engineSetMode(String mode) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void engineSetPadding(String padding) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void engineInit(int mode, Key key, SecureRandom random) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void engineInit(
        int mode, Key key, AlgorithmParameters parameters, SecureRandom random) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected byte[] engineUpdate(byte[] input, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected int engineUpdate(
        byte[] input, int offset, int length, byte[] output, int outputOffset) {
      throw new UnsupportedOperationException();
    }
  }
}
