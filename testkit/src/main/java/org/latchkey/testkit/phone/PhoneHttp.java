package org.latchkey.testkit.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 client over sockets that does only what it is told: no redirects, no authentication, no
 * repetition, except that a kept connection which the server closed meanwhile is opened anew.
 *
 * <p>Every exchange is logged, and faults strike at the byte they name. For one thread. Holds at
 * most one connection.
 *
 * @since 1.0
 */
public final class PhoneHttp implements AutoCloseable {
  private HttpSettings settings;
  private Optional<InetAddress> localAddress;
  private @Nullable Line line;
  private boolean keepAlive;

  /**
   * Opens nothing yet.
   *
   * @param settings how servers are reached
   */
  public PhoneHttp(HttpSettings settings) {
    this.settings = settings;
    this.localAddress = settings.localAddress();
  }

  /** One open connection; {@code plain} lies below {@code socket} if TLS is used. */
  private record Line(String key, Socket plain, Socket socket, InputStream in, OutputStream out) {}

  /**
   * Changes how later connections are made, such as what certificates are trusted. An open
   * connection and the local address stay as they are.
   *
   * @param other how servers are reached from now on; its local address is not used
   */
  public void reach(HttpSettings other) {
    settings = other;
  }

  /**
   * Binds later connections to another local address and drops the present one.
   *
   * @param address the new local address
   */
  public void moveTo(InetAddress address) {
    abort();
    localAddress = Optional.of(address);
  }

  /**
   * The local address that connections are bound to, for a client that takes over from this one.
   *
   * @return the address, or empty for the system's choice
   */
  public Optional<InetAddress> localAddress() {
    return localAddress;
  }

  /**
   * Says whether connections stay open between requests.
   *
   * @param keep true for one connection, false for one for each request
   */
  public void keepAlive(boolean keep) {
    keepAlive = keep;
  }

  /**
   * Tells whether a connection to the server of this address is open.
   *
   * @param url any address of the server
   * @return whether the next request to it would use the same connection
   */
  public boolean isOpenTo(PhoneUrl url) {
    return line != null && line.key().equals(key(url));
  }

  /**
   * Sends a request and reads the whole answer.
   *
   * @param request what to send
   * @param faults what goes wrong at this request
   * @param log gets the exchange, whatever happens, and the defects of the answer
   * @return the answer
   * @throws IOException if there is no complete answer; the connection is closed then
   * @throws PowerLostException if a fault cuts the power
   * @throws RebootException if a fault restarts the phone after the answer
   */
  public HttpAnswer exchange(PhoneRequest request, FaultPlan faults, RoundLog log)
      throws IOException {
    int number = faults.nextRequest();
    faults.moveBefore(number).ifPresent(this::moveTo);
    boolean cut = faults.due(new Fault.PowerCutAfterSending(number));
    boolean lost = faults.due(new Fault.AnswerLost(number));
    boolean half = faults.due(new Fault.PowerCutInBody(number));
    String where = "request " + number + " " + request.method() + " " + request.url().target();
    long received = 0;
    HttpAnswer answer;
    try {
      Line open = send(request);
      if (cut || lost) {
        abort();
        if (cut) {
          throw new PowerLostException("power cut after sending");
        }
        throw new SocketException("answer lost");
      }
      boolean headOnly = request.method().equals("HEAD");
      AnswerReader reader = new AnswerReader(open.in(), log, where, half, headOnly);
      try {
        answer = reader.read();
      } finally {
        received = reader.received();
      }
      if (!keepAlive || reader.endsWithConnection()) {
        close();
      }
    } catch (IOException | PowerLostException e) {
      abort();
      log.exchange(entry(number, request, 0, received, "", Optional.empty(), reason(e)));
      if (cut || half) {
        throw new PowerLostException("power cut at request " + number);
      }
      throw e;
    }
    String md5 = answer.body().length == 0 ? "" : Hashes.md5(answer.body());
    log.exchange(
        entry(
            number, request, answer.status(), answer.body().length, md5, answer.first("ETag"), ""));
    if (faults.due(new Fault.PowerCutAfterAnswer(number))) {
      abort();
      throw new PowerLostException("power cut after answer " + number);
    }
    if (faults.due(new Fault.FirmwareReboot(number))) {
      abort();
      throw new RebootException("restarts after answer " + number);
    }
    return answer;
  }

  /** Sends, and returns when the first byte of the answer is there, which is not consumed. */
  private Line send(PhoneRequest request) throws IOException {
    boolean reused = isOpenTo(request.url());
    try {
      return sendOnce(request);
    } catch (EOFException | SocketException e) {
      if (!reused) {
        throw e;
      }
      abort(); // the server closed the kept connection in between: once more on a new one
      return sendOnce(request);
    }
  }

  private Line sendOnce(PhoneRequest request) throws IOException {
    Line open = line;
    if (open == null || !open.key().equals(key(request.url()))) {
      close();
      open = connect(request.url());
      line = open;
    }
    open.out().write(head(request).getBytes(UTF_8));
    open.out().write(request.body());
    open.out().flush();
    open.in().mark(1);
    if (open.in().read() < 0) {
      throw new EOFException("connection closed by the server");
    }
    open.in().reset();
    return open;
  }

  private String head(PhoneRequest request) {
    StringBuilder head = new StringBuilder();
    head.append(request.method()).append(' ').append(request.url().target());
    head.append(" HTTP/1.1\r\nHost: ").append(request.url().authority()).append("\r\n");
    request.headers().forEach(h -> head.append(h).append("\r\n"));
    request.proof().ifPresent(p -> head.append("Authorization: ").append(p.header() + "\r\n"));
    if (request.body().length > 0 || !request.method().equals("GET")) {
      head.append("Content-Length: ").append(request.body().length).append("\r\n");
    }
    head.append("Connection: ").append(keepAlive ? "keep-alive" : "close").append("\r\n\r\n");
    return head.toString();
  }

  /** Of a host with several addresses one that the local address can reach. */
  private InetAddress reachable(String host) throws UnknownHostException {
    InetAddress[] all = InetAddress.getAllByName(host);
    return Arrays.stream(all)
        .filter(a -> localAddress.map(l -> l.getClass().equals(a.getClass())).orElse(true))
        .findFirst()
        .orElse(all[0]);
  }

  private Line connect(PhoneUrl url) throws IOException {
    Socket plain = new Socket();
    try {
      if (localAddress.isPresent()) {
        plain.bind(new InetSocketAddress(localAddress.get(), 0));
      }
      InetSocketAddress server = new InetSocketAddress(reachable(url.host()), url.port());
      plain.setTcpNoDelay(true);
      plain.setSoTimeout(Math.toIntExact(settings.readTimeout().toMillis()));
      plain.connect(server, Math.toIntExact(settings.connectTimeout().toMillis()));
      Socket socket = url.secure() ? secure(plain, url) : plain;
      InputStream in = new BufferedInputStream(socket.getInputStream(), 4096);
      return new Line(key(url), plain, socket, in, socket.getOutputStream());
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  private Socket secure(Socket plain, PhoneUrl url) throws IOException {
    if (settings.tls().isEmpty()) {
      throw new SocketException("phone was built without TLS");
    }
    SSLSocket socket =
        (SSLSocket)
            settings
                .tls()
                .get()
                .getSocketFactory()
                .createSocket(plain, url.host(), url.port(), true);
    if (settings.checkHostName()) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
    }
    socket.startHandshake();
    return socket;
  }

  /** Ends the connection in good order, if there is one. */
  @Override
  public void close() {
    Line open = line;
    line = null;
    if (open != null) {
      quietly(open.socket());
      quietly(open.plain());
    }
  }

  /** Pulls the plug: the connection is reset, without a farewell of TLS. */
  public void abort() {
    Line open = line;
    line = null;
    if (open != null) {
      try {
        open.plain().setSoLinger(true, 0);
      } catch (SocketException e) {
        // it was closed already
      }
      quietly(open.plain());
    }
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // nothing is lost with it
    }
  }

  private static String key(PhoneUrl url) {
    return (url.secure() ? "https " : "http ") + url.authority();
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static Exchange entry(
      int number,
      PhoneRequest request,
      int status,
      long bytes,
      String md5,
      Optional<String> etag,
      String note) {
    return new Exchange(
        number,
        request.method(),
        request.url().authority(),
        request.url().target(),
        status,
        request.proof().map(Proof::scheme),
        request.proof().map(Proof::user),
        bytes,
        md5,
        etag,
        note);
  }
}
