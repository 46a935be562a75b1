package org.latchkey.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where things are kept and under which keys: the same for every command that opens the store. */
class DatabaseOptions {
  private static final Pattern SECRET_IN_URL = Pattern.compile("(?i)[?&;]password=|//[^/]*:[^/]*@");

  @Option(
      names = "--jdbc-url",
      description =
          "PostgreSQL or MariaDB instead of the embedded database in --data, such as"
              + " jdbc:postgresql://db.example/latchkey; no password in it")
  @Nullable String url;

  @Option(names = "--jdbc-user", description = "its user")
  @Nullable String user;

  @Option(
      names = "--jdbc-password-file",
      description = "file with its password, unless LATCHKEY_JDBC_PASSWORD is set")
  @Nullable Path passwordFile;

  @Option(
      names = "--jdbc-pool",
      defaultValue = "10",
      description = "connections to the database at most")
  int pool = 10;

  @Option(
      names = "--vault-key-file",
      description =
          "key that seals secrets, outside of --data (default: that folder's name with .vault-key;"
              + " made on first start), unless LATCHKEY_VAULT_KEY is set")
  @Nullable Path vaultKey;

  @Option(
      names = "--former-vault-key-file",
      split = ",",
      description = "key that sealed secrets before; repeatable")
  List<Path> formerVaultKeys = new ArrayList<>();

  /** Refuses settings that contradict each other or tell a password to everybody who looks. */
  void check() {
    if (url == null && (user != null || passwordFile != null)) {
      throw new StartException("--jdbc-user and --jdbc-password-file need --jdbc-url");
    }
    if (url != null && SECRET_IN_URL.matcher(url).find()) {
      throw new StartException(
          "--jdbc-url must not hold the password: put it into LATCHKEY_JDBC_PASSWORD or a file"
              + " named by --jdbc-password-file");
    }
    if (url != null && !url.startsWith("jdbc:postgresql:") && !url.startsWith("jdbc:mariadb:")) {
      throw new StartException(
          "--jdbc-url must begin with jdbc:postgresql: or jdbc:mariadb:, or be left out for the"
              + " embedded database");
    }
    if (pool < 2) {
      throw new StartException("--jdbc-pool must be at least 2, not " + pool);
    }
  }
}
