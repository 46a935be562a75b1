package org.latchkey.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.latchkey.config.LayerKey;
import org.latchkey.device.Entry;
import org.latchkey.pass.GlobalPass;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;

/** A dump of the database tells no secret, whichever way that came there. */
final class SealedAtRestTest {
  private static final String LAYER_VALUE = "PlantedLayerValue";
  private static final String OVERRIDE = "PlantedOverride";
  private static final String UPLOAD = "PlantedUploadText";

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void dump_ofEverything_holdsNoSecret(Dialect dialect) throws SQLException {
    TestStore store = TestStore.emptied(dialect);
    Site site = new Site(store.source());
    site.stores
        .layers()
        .replace(
            LayerKey.brand("yealink"),
            List.of(),
            List.of(new Entry("phone.admin.password", LAYER_VALUE, "")));
    site.stores
        .directory()
        .replace(site.device(), site.with(new Entry("phone.user.password", OVERRIDE, "")));
    Credential other = Credential.of("Other123", "PlantedOther1234");
    site.stores
        .globalPasses()
        .add(
            new GlobalPass(
                "other",
                new GlobalPass.Scope(Optional.of("east"), Optional.empty()),
                other,
                false));

    assertThat(site.get(Site.FILE, Site.GLOBAL)).isEqualTo(200);
    Credential own = site.own();
    assertThat(site.get(Site.FILE, own)).isEqualTo(200);
    assertThat(site.put(Site.MAC + "-contact.xml", own, UPLOAD)).isBetween(200, 204);
    site.administration().rotate(site.caller, Site.MAC);
    assertThat(site.get("001565ffffff.cfg", Site.GLOBAL)).isEqualTo(401);
    assertThat(site.get(Site.FILE, Credential.of("nobody", "PlantedWrongPassword"))).isEqualTo(401);
    site.latchkey.flushEvents();
    site.stores.events().flush();
    byte[] seed = site.stores.seed("sessions");

    List<String> dump = dump(store, dialect);
    String all = String.join("\n", dump);
    assertThat(site.stores.uploads().list(Site.MAC)).as("something was uploaded").hasSize(1);
    // what is no secret shows that the dump has everything
    assertThat(all)
        .contains("latchkey_access", "latchkey_uploads", "latchkey_seeds", "latchkey_layers")
        .contains("lk1.", Site.MAC.toString(), "Other123");
    List<String> planted =
        List.of(
            clear(own),
            clear(Site.GLOBAL),
            clear(other),
            Site.SIP_PASSWORD,
            Site.PIN,
            LAYER_VALUE,
            OVERRIDE,
            UPLOAD,
            "PlantedWrongPassword",
            Base64.getEncoder().encodeToString(seed));
    for (String secret : planted) {
      assertThat(all.contains(secret)).as("a secret is in the dump").isFalse();
      assertThat(all.contains(encoded(secret))).as("a secret is in the dump, encoded").isFalse();
    }
  }

  private static String clear(Credential credential) {
    return credential.password().reveal(SecretAccess.granted());
  }

  private static String encoded(String secret) {
    // without the ends, which depend on what stands beside it
    String text =
        Base64.getEncoder()
            .withoutPadding()
            .encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    return text.substring(0, text.length() - 3);
  }

  private static List<String> dump(TestStore store, Dialect dialect) throws SQLException {
    List<String> lines = new ArrayList<>();
    List<String> queries = new ArrayList<>();
    for (String table : store.tables()) {
      lines.add(table);
      queries.add("select * from " + table);
    }
    if (dialect == Dialect.H2) {
      queries.add("script");
    }
    try (Connection connection = store.source().getConnection();
        Statement statement = connection.createStatement()) {
      for (String query : queries) {
        try (ResultSet rows = statement.executeQuery(query)) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              lines.add(rows.getMetaData().getColumnLabel(i) + "=" + rows.getString(i));
            }
          }
        }
      }
    }
    return lines;
  }
}
