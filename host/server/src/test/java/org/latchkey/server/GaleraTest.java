package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.testdatabases.MariadbNode;
import org.latchkey.testdatabases.TestDatabase;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.yealink.YealinkPhone;

/**
 * Three servers, each on its own node of a Galera cluster, behind one address that leads to them in
 * turn. By hand: {@code -Dgalera=true}, and {@code -Dgalera.kills=10} for more of them.
 */
@EnabledIfSystemProperty(named = "galera", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 540, unit = TimeUnit.SECONDS)
class GaleraTest {
  private static final int KILLS = Integer.getInteger("galera.kills", 3);
  private static final int NODES = 3;
  private static final int PHONES = 9;
  private static final int RACES = 30;
  private static final int LOOKS = 300;

  private final List<MariadbNode> nodes = new ArrayList<>();
  private final List<TestServer> servers = new ArrayList<>();
  private TcpLine address;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    nodes.addAll(MariadbNode.cluster(NODES));
    assertThat(nodes).as("install mariadb-server and galera-4").hasSize(NODES);
    nodes.get(0).tell("create database phones");
    address = new TcpLine(0);
    for (int i = 0; i < NODES; i++) {
      String url = nodes.get(i).url("phones");
      TestDatabase database = new TestDatabase(url, "root", "");
      ServeOptions options = TestServer.on(database, url, folder.resolve("node" + i));
      options.publicUrl = URI.create(address());
      options.store.pool = 6;
      Map<String, String> environment = new HashMap<>(TestServer.environment(database));
      environment.put("LATCHKEY_ADMIN_TOKEN", Home.TOKEN);
      environment.put("LATCHKEY_GLOBAL_PASS", Home.PASS_USER + ":" + Home.PASS_PASSWORD);
      servers.add(new TestServer(options, environment));
    }
    address.lead(servers.stream().map(each -> port(each)).toArray(Integer[]::new));
  }

  @AfterAll
  void stop() throws Exception {
    if (address != null) {
      address.close();
    }
    servers.forEach(TestServer::close);
    nodes.forEach(MariadbNode::close);
  }

  private static int port(TestServer server) {
    return server.running().adminUrl().getPort();
  }

  private String address() {
    return "http://127.0.0.1:" + address.port() + "/cfg/";
  }

  private TestServer server(int turn) {
    return servers.get(turn % NODES);
  }

  @Test
  void change_atOneNode_isSeenAtTheNextAtOnce() throws Exception {
    for (int i = 0; i < LOOKS; i++) {
      String mac = String.format(Locale.ROOT, "00156511%04x", i);
      server(i).enrol(mac, "yealink", "T46S");
      assertThat(server(i + 1).management().state(mac)).as("look " + i).isEqualTo("armed");
      act(server(i + 1), mac, "lock");
      assertThat(server(i + 2).management().state(mac)).as("look " + i).isEqualTo("locked");
    }
  }

  private static void act(TestServer server, String mac, String action) throws Exception {
    int status = server.management().call("POST", "devices/" + mac + "/" + action, "").status();
    assertThat(status).as(action).isEqualTo(200);
  }

  @Test
  void firstBoot_atAllNodesAtOnce_allAreGivenTheSamePassword() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(NODES);
    try {
      for (int race = 0; race < RACES; race++) {
        String mac = String.format(Locale.ROOT, "00156522%04x", race);
        server(race).enrol(mac, "yealink", "T46S");
        CyclicBarrier together = new CyclicBarrier(NODES);
        List<Future<YealinkPhone>> boots = new ArrayList<>();
        for (TestServer server : servers) {
          boots.add(threads.submit(bootAt(server, mac, together)));
        }
        List<YealinkPhone> booted = new ArrayList<>();
        for (Future<YealinkPhone> boot : boots) {
          booted.add(boot.get());
        }
        for (YealinkPhone phone : booted) {
          phone.resync();
          assertThat(phone.resync().outcome()).as(mac).isEqualTo(Outcome.UNCHANGED);
        }
        assertThat(server(race).management().state(mac)).isEqualTo("provisioned");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<YealinkPhone> bootAt(
      TestServer server, String mac, CyclicBarrier together) {
    return () -> {
      YealinkPhone phone = YealinkPhone.builder(mac).build();
      phone.redirect(server.running().adminUrl() + "/cfg/", Home.PASS_USER, Home.PASS_PASSWORD);
      together.await();
      Round round = phone.boot();
      assertThat(round.outcome()).as(round.toString()).isEqualTo(Outcome.APPLIED);
      return phone;
    };
  }

  @Test
  void node_killedAndBackInMidLoad_noPhoneIsStrandedAndNoneIsOpen() throws Exception {
    try (CrashFleet fleet = new CrashFleet(home())) {
      for (int i = 0; i < PHONES; i++) {
        fleet.addYealink(String.format(Locale.ROOT, "00156533%04x", i));
      }
      for (int kill = 0; kill < KILLS; kill++) {
        fleet.await(150);
        MariadbNode node = nodes.get((kill + 2) % NODES);
        node.kill();
        fleet.await(60);
        node.join(nodes.stream().filter(each -> each != node).toList());
      }
      fleet.await(150);
      int boots = fleet.rest();
      System.out.println(
          KILLS + " kills, " + fleet.asked() + " requests, " + boots + " first boots");
    }
  }

  private Home home() {
    return new Home() {
      @Override
      public String url() {
        return address();
      }

      @Override
      public void awaitUp() {
        // two of three nodes always are
      }
    };
  }
}
