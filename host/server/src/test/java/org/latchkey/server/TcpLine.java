package org.latchkey.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line to a port of this machine, which can be cut, mended, clogged and led elsewhere, or to
 * several ports in turn.
 */
final class TcpLine implements AutoCloseable {
  private final int port;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turn = new AtomicInteger();
  private volatile List<Integer> targets;
  private volatile ServerSocket listener;

  TcpLine(int target) throws IOException {
    this.targets = List.of(target);
    this.listener = listen(0);
    this.port = listener.getLocalPort();
  }

  int port() {
    return port;
  }

  /** How many connections were led somewhere so far. */
  int accepted() {
    return turn.get();
  }

  /** From now on it leads there; who was connected is not any more. */
  synchronized void lead(Integer... elsewhere) {
    targets = List.of(elsewhere);
    hangUp();
  }

  /** As if what it leads to had ended: connections are gone and new ones refused. */
  synchronized void cut() throws IOException {
    listener.close();
    hangUp();
  }

  synchronized void mend() throws IOException {
    listener = listen(port);
  }

  @Override
  public void close() throws IOException {
    cut();
  }

  private void hangUp() {
    ends.forEach(TcpLine::quietly);
    ends.clear();
  }

  private ServerSocket listen(int wanted) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
    run(() -> accept(socket));
    return socket;
  }

  private void accept(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        join(from.accept(), from);
      } catch (IOException e) {
        // cut, or nobody at the other end: the next one may have more luck
      }
    }
  }

  private void join(Socket near, ServerSocket from) throws IOException {
    ends.add(near);
    Socket far;
    try {
      far = connect();
    } catch (IOException e) {
      quietly(near);
      throw e;
    }
    ends.add(far);
    if (from.isClosed()) {
      quietly(near);
      quietly(far);
    }
    run(() -> carry(near, far));
    run(() -> carry(far, near));
  }

  /** With whom it is the turn of, or who is there at all. */
  private Socket connect() throws IOException {
    List<Integer> some = targets;
    IOException last = new IOException("leads nowhere");
    for (int i = 0; i < some.size(); i++) {
      try {
        int next = Math.floorMod(turn.getAndIncrement(), some.size());
        return new Socket(InetAddress.getLoopbackAddress(), some.get(next));
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  private void carry(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // both ends learn of it below
    } finally {
      quietly(from);
      quietly(to);
      ends.remove(from);
      ends.remove(to);
    }
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is gone, which is what was wanted
    }
  }

  private static void run(Runnable task) {
    Thread thread = new Thread(task, "tcp-line");
    thread.setDaemon(true);
    thread.start();
  }
}
