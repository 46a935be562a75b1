package org.latchkey.server;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.latchkey.pass.PassPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Serves phones until SIGTERM or SIGINT.",
    footer = {
      "",
      "Each setting is also an environment variable (--public-url: LATCHKEY_PUBLIC_URL) and a",
      "property of the --config file (public-url). LATCHKEY_ADMIN_TOKEN is the management token,",
      "LATCHKEY_GLOBAL_PASS=user:password the global one-time password of a new installation;",
      "without them both are generated into files of the data folder. LATCHKEY_VAULT_KEY is the key",
      "that seals secrets (32 bytes in Base64 or hexadecimal digits), instead of --vault-key-file;",
      "LATCHKEY_JDBC_PASSWORD the password of --jdbc-user."
    })
final class ServeCommand implements Callable<Integer> {
  @Mixin ServeOptions options = new ServeOptions();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    options = ConfigFile.applied(spec, options.config, this, ServeCommand::new).options;
    CountDownLatch ended = new CountDownLatch(1);
    RunningServer server =
        RunningServer.start(options, System.getenv(), PassPolicy.DEFAULTS, System.out);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  System.out.println("Latchkey has stopped");
                  ended.countDown();
                }));
    System.out.println("Phones:     " + server.publicUrl());
    System.out.println("Management: " + server.adminUrl() + "/api/v1/");
    System.out.println(
        "Secrets:    " + options.data.toAbsolutePath() + " (admin-token, global-pass)");
    System.out.println("Kept in:    " + server.storage());
    System.out.println(
        "Vault key:  "
            + (System.getenv(VaultKeys.VARIABLE) != null
                ? VaultKeys.VARIABLE
                : VaultKeys.file(options.store, options.data))
            + " (into the backup, apart from what is kept: without it that is lost)");
    ended.await();
    return 0;
  }
}
