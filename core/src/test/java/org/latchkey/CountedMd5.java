package org.latchkey;

import java.security.MessageDigest;
import java.security.MessageDigestSpi;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.concurrent.atomic.AtomicInteger;

/** The platform's MD5, counted: how often a Digest response is really worked out. */
final class CountedMd5 implements AutoCloseable {
  private final AtomicInteger hashes = new AtomicInteger();
  private final Counting provider = new Counting(hashes);

  CountedMd5() {
    Security.insertProviderAt(provider, 1);
  }

  /** How many hashes were finished since this was asked last. */
  int hashes() {
    return hashes.getAndSet(0);
  }

  @Override
  public void close() {
    Security.removeProvider(provider.getName());
  }

  private static final class Counting extends Provider {
    private static final long serialVersionUID = 1L;

    Counting(AtomicInteger hashes) {
      super("CountedMd5", "1", "counts MD5");
      putService(
          new Service(this, "MessageDigest", "MD5", Md5.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
              return new Md5(hashes);
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
}
