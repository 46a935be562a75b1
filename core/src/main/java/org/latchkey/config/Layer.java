package org.latchkey.config;

import java.util.Locale;

/**
 * Where a setting comes from, weakest first.
 *
 * @since 1.0
 */
public enum Layer {
  /** Latchkey's own defaults. */
  LIBRARY,
  /** All phones of a brand. */
  BRAND,
  /** All phones of a model. */
  MODEL,
  /** All phones of a reseller. */
  RESELLER,
  /** All phones of a domain. */
  DOMAIN,
  /** One phone. */
  DEVICE,
  /** What keeps the phone ours; nothing overrides it. */
  RESERVED;

  /**
   * The name in documents and messages.
   *
   * @return the name in lower case
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
