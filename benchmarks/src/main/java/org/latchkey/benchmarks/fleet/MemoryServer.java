package org.latchkey.benchmarks.fleet;

import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.latchkey.Latchkey;
import org.latchkey.brand.cisco.CiscoBrand;
import org.latchkey.brand.grandstream.GrandstreamBrand;
import org.latchkey.brand.panasonic.PanasonicBrand;
import org.latchkey.brand.polycom.PolycomBrand;
import org.latchkey.brand.snom.SnomBrand;
import org.latchkey.brand.yealink.YealinkBrand;
import org.latchkey.caller.Caller;
import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.memory.MemoryDirectory;
import org.latchkey.memory.MemoryEvents;
import org.latchkey.portal.BearerTokens;
import org.latchkey.portal.ManagementServlet;
import org.latchkey.secret.Vault;
import org.latchkey.servlet.ProvisioningFilter;
import org.latchkey.servlet.TrustedProxies;

/** The server with everything in memory. */
final class MemoryServer {
  private static final int FLUSH_SECONDS = 5;

  private MemoryServer() {}

  /**
   * Serves until it is ended.
   *
   * @param args the keystore, or nothing
   */
  public static void main(String[] args) throws Exception {
    JettyHost host = new JettyHost(args.length > 0 ? Optional.of(args[0]) : Optional.empty());
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    MemoryEvents events = new MemoryEvents();
    Latchkey latchkey =
        Latchkey.builder(
                host.url(), new MemoryDirectory(), new MemoryCredentialStore(), Vault.ofKey(key))
            .brands(
                new YealinkBrand(),
                new PolycomBrand(),
                new SnomBrand(),
                new GrandstreamBrand(),
                new PanasonicBrand(),
                new CiscoBrand())
            .events(
                event -> {
                  events.accept(event);
                  System.out.println(event);
                },
                Optional.of(events))
            .build();
    host.context()
        .addFilter(
            new FilterHolder(
                new ProvisioningFilter(latchkey, TrustedProxies.of(JettyHost.HOST + "/32"))),
            "/*",
            EnumSet.of(DispatcherType.REQUEST));
    host.context()
        .addServlet(
            new ServletHolder(
                new ManagementServlet(
                    latchkey.administration(),
                    new BearerTokens(
                        Map.of(ServerProcess.TOKEN, Caller.superUser("admin-token"))))),
            "/api/v1/*");
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "timer");
              thread.setDaemon(true);
              return thread;
            });
    ScheduledFuture<?> unused =
        timer.scheduleWithFixedDelay(
            latchkey::flushEvents, FLUSH_SECONDS, FLUSH_SECONDS, TimeUnit.SECONDS);
    host.run();
  }
}
