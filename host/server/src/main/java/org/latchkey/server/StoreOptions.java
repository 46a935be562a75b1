package org.latchkey.server;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.latchkey.spi.UploadQuota;
import org.latchkey.store.jdbc.Retention;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The settings of what is kept: where, under which keys, how much and how long. */
final class StoreOptions {
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
      names = "--shrink-after-mib",
      defaultValue = "512",
      description =
          "how much of the embedded database's file may be unneeded, in MiB and as much as is needed,"
              + " until it is closed for some seconds to become smaller")
  int shrinkAfterMib = 512;

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

  @Option(
      names = "--keep-contacts",
      defaultValue = "90",
      converter = DaysOrDuration.class,
      description = "how long it is kept what phones were served: days, or such as PT36H")
  Duration keepContacts = Duration.ofDays(90);

  @Option(
      names = "--keep-refusals",
      defaultValue = "30",
      converter = DaysOrDuration.class,
      description = "how long it is kept what was refused")
  Duration keepRefusals = Duration.ofDays(30);

  @Option(
      names = "--keep-audit",
      defaultValue = "730",
      converter = DaysOrDuration.class,
      description = "how long it is kept what administrators did")
  Duration keepAudit = Duration.ofDays(730);

  @Option(
      names = "--upload-file-kib",
      defaultValue = "512",
      description = "how long one file may be that a phone sends, in KiB")
  int uploadFileKib = 512;

  @Option(
      names = "--upload-files",
      defaultValue = "32",
      description = "how many such files of one phone are kept")
  int uploadFiles = 32;

  @Option(
      names = "--upload-device-mib",
      defaultValue = "4",
      description = "how long they may be together, in MiB")
  int uploadDeviceMib = 4;

  @Option(
      names = "--upload-all-mib",
      defaultValue = "4096",
      description = "how long those of all phones may be together, in MiB")
  int uploadAllMib = 4096;

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
    if (shrinkAfterMib < 1) {
      throw new StartException("--shrink-after-mib must be at least 1, not " + shrinkAfterMib);
    }
    // which check their numbers
    List<Record> unused = List.of(retention(), quota());
  }

  long shrinkAfterBytes() {
    return shrinkAfterMib * 1024L * 1024;
  }

  Retention retention() {
    return new Retention(keepContacts, keepRefusals, keepAudit);
  }

  UploadQuota quota() {
    long mib = 1024L * 1024;
    if (uploadFileKib < 1 || uploadFileKib > 16 * 1024) {
      throw new StartException("--upload-file-kib must be 1 to 16384, not " + uploadFileKib);
    }
    return new UploadQuota(
        uploadFileKib * 1024, uploadFiles, uploadDeviceMib * mib, uploadAllMib * mib);
  }

  /** A number of days, or a duration of ISO 8601. */
  static final class DaysOrDuration implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return text.matches("[0-9]{1,6}")
            ? Duration.ofDays(Long.parseLong(text))
            : Duration.parse(text.toUpperCase(Locale.ROOT));
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("'" + text + "' must be days, or such as P90D or PT36H");
      }
    }
  }
}
