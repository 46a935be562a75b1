package org.latchkey.device;

/**
 * Who owns a device: a domain (tenant) of a reseller.
 *
 * @param domain name of the domain, such as {@code acme.example}
 * @param reseller name of the reseller that the domain belongs to
 * @since 1.0
 */
public record Owner(String domain, String reseller) {
  /**
   * Checks both names.
   *
   * @param domain name of the domain
   * @param reseller name of the reseller
   */
  public Owner {
    Text.name("domain", domain);
    Text.name("reseller", reseller);
  }
}
