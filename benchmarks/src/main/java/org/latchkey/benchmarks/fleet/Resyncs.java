package org.latchkey.benchmarks.fleet;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.latchkey.testkit.phone.AuthScheme;
import org.latchkey.testkit.phone.AuthSession;
import org.latchkey.testkit.phone.Challenge;
import org.latchkey.testkit.phone.ChallengeParser;
import org.latchkey.testkit.phone.PhoneCredential;

/**
 * Random phones of a fleet ask for their files, each with its own credential. Every answer is
 * checked; the first that is not as it must be ends the load.
 */
final class Resyncs {
  private static final int SEED = 20261125;
  private static final int FIRST_ROOM = 4_096;

  private final URI url;
  private final long devices;
  private final boolean challenged;

  /** The tags of files that phones have loaded, by the phones' numbers. */
  private final Map<Long, String> tags = new ConcurrentHashMap<>();

  /** How long a file is, by kind of phone: everything in it that varies is of one length. */
  private final Map<Kind, Integer> lengths = new ConcurrentHashMap<>();

  /**
   * @param url the provisioning URL
   * @param devices how many phones there are
   * @param challenged whether phones wait for a challenge each time, and answer by Digest if that
   *     is offered; otherwise they show Basic credentials unasked
   */
  Resyncs(URI url, long devices, boolean challenged) {
    this.url = url;
    this.devices = devices;
    this.challenged = challenged;
  }

  /** Sends the requests; if an answer is wrong, or a connection ends, that is thrown. */
  Timings run(Load load) throws InterruptedException {
    long[] phones =
        load.conditional() ? tags.keySet().stream().mapToLong(n -> n).toArray() : new long[0];
    if (load.conditional() && phones.length == 0) {
      throw new IllegalStateException("no phone has loaded a file yet");
    }
    AtomicLong left = new AtomicLong(load.requests());
    AtomicBoolean failed = new AtomicBoolean();
    ExecutorService pool = Executors.newFixedThreadPool(load.connections());
    long begun = System.nanoTime();
    long end = begun + load.most().toNanos();
    try {
      List<Future<long[]>> running = new ArrayList<>();
      for (int i = 0; i < load.connections(); i++) {
        SplittableRandom random = new SplittableRandom(SEED + i);
        running.add(pool.submit(() -> connection(load, phones, random, left, failed, end)));
      }
      List<long[]> each = new ArrayList<>();
      for (Future<long[]> one : running) {
        each.add(one.get());
      }
      return new Timings(each, System.nanoTime() - begun);
    } catch (ExecutionException e) {
      throw new IllegalStateException("resyncs ended: " + e.getCause(), e.getCause());
    } finally {
      failed.set(true);
      pool.shutdownNow();
    }
  }

  private long[] connection(
      Load load,
      long[] phones,
      SplittableRandom random,
      AtomicLong left,
      AtomicBoolean failed,
      long end)
      throws IOException {
    long[] took = new long[FIRST_ROOM];
    int count = 0;
    try (Wire wire = new Wire(url)) {
      while (!failed.get() && System.nanoTime() < end && left.getAndDecrement() > 0) {
        long number =
            load.conditional() ? phones[random.nextInt(phones.length)] : random.nextLong(devices);
        MadePhone phone = MadePhone.of(number);
        String tag = load.conditional() ? tags.getOrDefault(number, "") : "";
        long begun = System.nanoTime();
        Answer answer = ask(wire, phone, tag, random);
        long ended = System.nanoTime();
        check(load, phone, answer);
        if (count == took.length) {
          took = Arrays.copyOf(took, 2 * count);
        }
        took[count++] = ended - begun;
      }
    } catch (IOException | RuntimeException e) {
      failed.set(true);
      throw e;
    }
    return Arrays.copyOf(took, count);
  }

  private Answer ask(Wire wire, MadePhone phone, String tag, SplittableRandom random)
      throws IOException {
    if (!challenged) {
      return wire.ask(request(phone, tag, phone.basic()));
    }
    Answer first = wire.ask(request(phone, tag, ""));
    Challenge challenge =
        first.values("WWW-Authenticate").stream()
            .flatMap(line -> ChallengeParser.parse(line).stream())
            .max(Comparator.comparing(some -> some.is(AuthScheme.DIGEST)))
            .orElseThrow(() -> wrong(phone, first, "a challenge"));
    PhoneCredential own = new PhoneCredential(phone.mac(), phone.password());
    String proof = new AuthSession(challenge, own, random).prove("GET", target(phone)).header();
    return wire.ask(request(phone, tag, proof));
  }

  private String target(MadePhone phone) {
    return url.getRawPath() + phone.file();
  }

  private String request(MadePhone phone, String tag, String authorization) {
    StringBuilder text = new StringBuilder(512);
    text.append("GET ").append(target(phone)).append(" HTTP/1.1\r\nHost: ");
    text.append(url.getRawAuthority()).append("\r\nUser-Agent: ");
    text.append(phone.kind().agent(phone.mac())).append("\r\n");
    if (!url.getScheme().equals("https")) {
      // the driver is the proxy that ends TLS
      text.append("X-Forwarded-Proto: https\r\nX-Forwarded-For: ");
      text.append(phone.address()).append("\r\n");
    }
    if (!authorization.isEmpty()) {
      text.append("Authorization: ").append(authorization).append("\r\n");
    }
    if (!tag.isEmpty()) {
      text.append("If-None-Match: ").append(tag).append("\r\n");
    }
    return text.append("\r\n").toString();
  }

  private void check(Load load, MadePhone phone, Answer answer) {
    if (load.conditional()) {
      if (answer.status() != 304) {
        throw wrong(phone, answer, "304");
      }
      return;
    }
    if (answer.status() != 200) {
      throw wrong(phone, answer, "200");
    }
    int length = answer.body().length;
    int usual = lengths.computeIfAbsent(phone.kind(), kind -> length);
    if (usual != length) {
      throw wrong(phone, answer, usual + " bytes, not " + length);
    }
    if (load.read() && !answer.holds(phone.sipUser())) {
      throw wrong(phone, answer, "its user");
    }
    tags.put(phone.number(), answer.value("ETag").orElseThrow(() -> wrong(phone, answer, "a tag")));
  }

  private static IllegalStateException wrong(MadePhone phone, Answer answer, String wanted) {
    return new IllegalStateException(
        phone + " should have been answered by " + wanted + ", and was by " + answer.head());
  }

  /** Answers for one phone of each kind, to be given by somebody else too. */
  Map<Kind, Answer> samples() throws IOException {
    Map<Kind, Answer> samples = new EnumMap<>(Kind.class);
    try (Wire wire = new Wire(url)) {
      for (int i = 0; i < Kind.ALL.size(); i++) {
        MadePhone phone = MadePhone.of(i);
        Answer answer = ask(wire, phone, "", new SplittableRandom(SEED));
        check(new Load(false, 1, 1, Duration.ZERO, true), phone, answer);
        samples.put(phone.kind(), answer);
      }
    }
    return samples;
  }
}
