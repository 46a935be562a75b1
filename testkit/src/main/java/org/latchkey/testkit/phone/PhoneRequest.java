package org.latchkey.testkit.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request before it is sent. {@code Host}, {@code Content-Length}, {@code Connection} and {@code
 * Authorization} are added by {@link PhoneHttp}.
 *
 * <p>Immutable as long as nobody changes the body's array.
 *
 * @since 1.0
 */
public final class PhoneRequest {
  private final String method;
  private final PhoneUrl url;
  private final List<String> headers;
  private final byte[] body;
  private final Optional<Proof> proof;

  private PhoneRequest(
      String method, PhoneUrl url, List<String> headers, byte[] body, Optional<Proof> proof) {
    this.method = method;
    this.url = url;
    this.headers = List.copyOf(headers);
    this.body = body;
    this.proof = proof;
  }

  /**
   * A request without body.
   *
   * @param method HTTP method
   * @param url what to ask
   * @return the request, without any header line
   */
  public static PhoneRequest of(String method, PhoneUrl url) {
    return new PhoneRequest(method, url, List.of(), new byte[0], Optional.empty());
  }

  /**
   * Adds a header line.
   *
   * @param name its name
   * @param value its value
   * @return the new request
   */
  public PhoneRequest with(String name, String value) {
    List<String> lines = new ArrayList<>(headers);
    lines.add(name + ": " + value);
    return new PhoneRequest(method, url, lines, body, proof);
  }

  /**
   * Sets the body.
   *
   * @param bytes the bytes, not copied
   * @return the new request
   */
  public PhoneRequest withBody(byte[] bytes) {
    return new PhoneRequest(method, url, headers, bytes, proof);
  }

  /**
   * Sets the proof.
   *
   * @param newProof what the {@code Authorization} line will say; empty for none
   * @return the new request
   */
  public PhoneRequest withProof(Optional<Proof> newProof) {
    return new PhoneRequest(method, url, headers, body, newProof);
  }

  /**
   * The same request to another address, without proof.
   *
   * @param newUrl the address
   * @return the new request
   */
  public PhoneRequest to(PhoneUrl newUrl) {
    return new PhoneRequest(method, newUrl, headers, body, Optional.empty());
  }

  /**
   * HTTP method.
   *
   * @return the method in upper case
   */
  public String method() {
    return method;
  }

  /**
   * Where it goes.
   *
   * @return the address
   */
  public PhoneUrl url() {
    return url;
  }

  /**
   * The proof it carries.
   *
   * @return the proof, or empty without one
   */
  public Optional<Proof> proof() {
    return proof;
  }

  List<String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }
}
