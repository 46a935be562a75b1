package org.latchkey.auth;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of each thread, so that none is made for each request. */
final class Hashes {
  // they hold objects of the JDK only: no thread keeps an undeployed application in memory
  private static final ThreadLocal<MessageDigest> MD5 = of("MD5");
  private static final ThreadLocal<MessageDigest> SHA_256 = of("SHA-256");

  private Hashes() {}

  /** The calling thread's hash, with nothing in it yet. Not to be kept. */
  static MessageDigest of(DigestAlgorithm algorithm) {
    MessageDigest hash =
        switch (algorithm) {
          case MD5 -> MD5.get();
          case SHA_256 -> SHA_256.get();
        };
    hash.reset();
    return hash;
  }

  private static ThreadLocal<MessageDigest> of(String name) {
    return ThreadLocal.withInitial(
        () -> {
          try {
            return MessageDigest.getInstance(name);
          } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + name, e);
          }
        });
  }
}
