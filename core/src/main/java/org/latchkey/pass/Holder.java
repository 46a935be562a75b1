package org.latchkey.pass;

import java.util.Optional;

/**
 * Who runs a first boot: at most one IPv4 address and one IPv6 /64, since phones are dual-stack.
 *
 * @param ipv4 the IPv4 site, once it has asked
 * @param ipv6 the IPv6 site, once it has asked
 * @since 1.0
 */
public record Holder(Optional<String> ipv4, Optional<String> ipv6) {
  /** Nobody yet: the first to ask becomes the holder. */
  public static final Holder NOBODY = new Holder(Optional.empty(), Optional.empty());

  /**
   * The holder that one source makes.
   *
   * @param source who asked
   * @return the holder
   */
  public static Holder of(Source source) {
    return NOBODY.with(source);
  }

  /**
   * Says whether a source is this holder or may still join it.
   *
   * @param source who asks
   * @return true if it is the known site of its address family, or the first of that family
   */
  public boolean admits(Source source) {
    return (source.isIpv6() ? ipv6 : ipv4).map(source.site()::equals).orElse(true);
  }

  /**
   * The holder with a source's site as its site of that address family.
   *
   * @param source who asks
   * @return the widened holder
   */
  public Holder with(Source source) {
    Optional<String> site = Optional.of(source.site());
    return source.isIpv6() ? new Holder(ipv4, site) : new Holder(site, ipv6);
  }
}
