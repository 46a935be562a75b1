package org.latchkey.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out where a request came from. Nothing that a request contains makes it throw. */
final class OriginReader {
  private static final Logger LOG = LoggerFactory.getLogger(OriginReader.class);
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
  private static final String FORWARDED = "Forwarded";
  private static final Set<String> PROXIES_FIELDS =
      Set.of("forwarded", "via", "x-real-ip", "client-cert", "client-cert-chain");
  private static final int MOST_WARNINGS = 32;
  private static final int LONGEST_CERTIFICATE = 16 * 1024;

  private final TrustedProxies proxies;
  private final Set<InetAddress> warned = ConcurrentHashMap.newKeySet();

  OriginReader(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  /** What a family of fields says: the phone's address, and the scheme if it names one. */
  private record Claim(Optional<InetAddress> address, Optional<String> proto) {
    Optional<Boolean> https() {
      return proto.map("https"::equals);
    }
  }

  Origin read(HttpServletRequest request) {
    InetAddress peer = Addresses.peer(request.getRemoteAddr());
    boolean secureHere = request.isSecure() || (peer.isLoopbackAddress() && !passedProxy(request));
    if (!proxies.contains(peer)) {
      warnOnce(request, peer);
      return new Origin(peer, secureHere, shown(request));
    }
    List<String> nodes = entries(values(request, FORWARDED_FOR));
    List<String> protos = entries(values(request, FORWARDED_PROTO));
    List<String> forwarded = values(request, FORWARDED);
    boolean older = !nodes.isEmpty() || !protos.isEmpty();
    if (older && !forwarded.isEmpty()) {
      Claim one = older(nodes, protos);
      Claim other = newer(forwarded);
      boolean bothSecure = one.https().orElse(false) && other.https().orElse(false);
      InetAddress address =
          one.address().filter(a -> other.address().filter(a::equals).isPresent()).orElse(peer);
      return new Origin(address, bothSecure, told(request));
    }
    Claim claim = older ? older(nodes, protos) : newer(forwarded);
    return new Origin(
        claim.address().orElse(peer), claim.https().orElse(secureHere), told(request));
  }

  private Claim older(List<String> nodes, List<String> protos) {
    int client = client(nodes);
    // each proxy appends to both or sets one scheme; counted from the right, where ours are
    int back = Math.min(client < 0 ? 0 : nodes.size() - 1 - client, protos.size() - 1);
    Optional<String> proto =
        protos.isEmpty()
            ? Optional.empty()
            : Optional.of(protos.get(protos.size() - 1 - back).toLowerCase(Locale.ROOT));
    return new Claim(client < 0 ? Optional.empty() : Addresses.parse(nodes.get(client)), proto);
  }

  private Claim newer(List<String> lines) {
    Optional<List<Hop>> read = Hop.forwarded(lines);
    if (read.isEmpty()) {
      return new Claim(Optional.empty(), Optional.of("unreadable"));
    }
    List<Hop> hops = read.get();
    int client = client(hops.stream().map(Hop::node).toList());
    return client < 0
        ? new Claim(Optional.empty(), Optional.empty())
        : new Claim(Addresses.parse(hops.get(client).node()), hops.get(client).proto());
  }

  /** The right-most entry that is not a trusted proxy, else the first; -1 if there is none. */
  private int client(List<String> nodes) {
    for (int i = nodes.size() - 1; i >= 0; i--) {
      if (Addresses.parse(nodes.get(i)).filter(proxies::contains).isEmpty()) {
        return i;
      }
    }
    return nodes.isEmpty() ? -1 : 0;
  }

  /** Anybody can send the field, so that only so many are told of; a proxy is among the first. */
  private void warnOnce(HttpServletRequest request, InetAddress peer) {
    if (!values(request, FORWARDED_FOR).isEmpty()
        && warned.size() < MOST_WARNINGS
        && warned.add(peer)) {
      LOG.warn(
          "{} sends {} but is no trusted proxy: if it is a proxy of yours, all phones behind it are"
              + " one source, with one limit of failed proofs, until you name it",
          peer.getHostAddress(),
          FORWARDED_FOR);
    }
  }

  private static boolean passedProxy(HttpServletRequest request) {
    Enumeration<String> names = request.getHeaderNames();
    while (names != null && names.hasMoreElements()) {
      String name = names.nextElement().toLowerCase(Locale.ROOT);
      if (name.startsWith("x-forwarded") || PROXIES_FIELDS.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static List<X509Certificate> shown(HttpServletRequest request) {
    return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain
        ? Stream.of(chain).filter(Objects::nonNull).toList()
        : List.of();
  }

  /** RFC 9440 section 2.2: one byte sequence, which is Base64 between colons. */
  private static List<X509Certificate> told(HttpServletRequest request) {
    List<String> lines = values(request, "Client-Cert");
    String text = lines.size() == 1 ? lines.get(0).strip() : "";
    if (text.length() < 3
        || text.length() > LONGEST_CERTIFICATE
        || !text.startsWith(":")
        || !text.endsWith(":")) {
      return List.of();
    }
    try {
      byte[] der = Base64.getDecoder().decode(text.substring(1, text.length() - 1));
      return CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der))
              instanceof X509Certificate certificate
          ? List.of(certificate)
          : List.of();
    } catch (IllegalArgumentException | CertificateException e) {
      LOG.debug("Client-Cert cannot be read", e);
      return List.of();
    }
  }

  private static List<String> entries(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Stream.of(line.split(",", -1)))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  static List<String> values(HttpServletRequest request, String name) {
    Enumeration<String> values = request.getHeaders(name);
    return values == null ? List.of() : Collections.list(values);
  }
}
