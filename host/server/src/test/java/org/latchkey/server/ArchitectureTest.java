package org.latchkey.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.latchkey.secret.SecretAccess;

/** The rules between the modules; the server is the place that sees them all. */
class ArchitectureTest {
  private static final String BRANDS = "org.latchkey.brand.*..";
  private static final String SERVLET = "org.latchkey.servlet..";
  private static final String PORTAL = "org.latchkey.portal..";
  private static final String SERVER = "org.latchkey.server..";
  private static final String TESTKIT = "org.latchkey.testkit..";
  private static final String STORE = "org.latchkey.store..";
  private static final String[] MODULES = {BRANDS, SERVLET, PORTAL, STORE, SERVER, TESTKIT};

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.latchkey");

  /** What a module may use of our own; other libraries are its own business. */
  private static void mayUse(String module, String... packages) {
    classes()
        .that()
        .resideInAPackage(module)
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage("org.latchkey..").or(resideInAnyPackage(packages)))
        .check(ALL);
  }

  @Test
  void core_knowsNoOtherModule() {
    noClasses()
        .that()
        .resideOutsideOfPackages(MODULES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(MODULES)
        .check(ALL);
  }

  @Test
  void internal_isForCoreOnly() {
    noClasses()
        .that()
        .resideInAnyPackage(MODULES)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.latchkey.internal..")
        .check(ALL);
  }

  @Test
  void brands_turnValuesIntoBytesAndNoMore() {
    String[] values = {
      "org.latchkey.brand",
      "org.latchkey.config",
      "org.latchkey.device",
      "org.latchkey.error",
      "org.latchkey.format",
      "org.latchkey.pass",
      "org.latchkey.secret"
    };
    classes()
        .that()
        .resideInAPackage(BRANDS)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "javax.xml.parsers", "org.xml.sax..", "org.jspecify..")
                .or(resideInAnyPackage(BRANDS))
                .or(resideInAnyPackage(values)))
        .check(ALL);
    SlicesRuleDefinition.slices()
        .matching("org.latchkey.brand.(*)..")
        .should()
        .notDependOnEachOther()
        .check(ALL);
  }

  @Test
  void servletAdapter_handsOverAndNoMore() {
    mayUse(SERVLET, SERVLET, "org.latchkey", "org.latchkey.error", "org.latchkey.pass");
  }

  @Test
  void store_knowsValuesAndInterfacesOnly() {
    noClasses()
        .that()
        .resideInAPackage(STORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            BRANDS, SERVLET, PORTAL, SERVER, TESTKIT, "org.latchkey", "org.latchkey.memory")
        .check(ALL);
  }

  @Test
  void portal_managesThroughAdministration() {
    noClasses()
        .that()
        .resideInAPackage(PORTAL)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            BRANDS,
            SERVLET,
            SERVER,
            STORE,
            TESTKIT,
            "org.latchkey",
            "org.latchkey.memory",
            "org.latchkey.auth")
        .check(ALL);
  }

  @Test
  void testkit_phones_doNotBorrowFromWhatTheyTest() {
    // a phone that takes its Digest from the code under test agrees with any mistake of it
    mayUse("org.latchkey.testkit.phone..", "org.latchkey.testkit.phone..");
    mayUse("org.latchkey.testkit.yealink..", TESTKIT);
    mayUse("org.latchkey.testkit.grandstream..", TESTKIT);
    mayUse("org.latchkey.testkit.polycom..", TESTKIT);
    mayUse("org.latchkey.testkit.snom..", TESTKIT);
    mayUse("org.latchkey.testkit.panasonic..", TESTKIT);
    mayUse("org.latchkey.testkit.cisco..", TESTKIT);
  }

  @Test
  void clockAndRandomness_areTakenFromTheMachineInFewPlaces() {
    Pattern ambient =
        Pattern.compile(
            "java\\.time\\.\\w+\\.(now|system\\w*|tick\\w*)"
                + "|java\\.lang\\.System\\.currentTimeMillis"
                + "|java\\.lang\\.Math\\.random"
                + "|java\\.util\\.UUID\\.randomUUID"
                + "|java\\.util\\.Date\\.<init>"
                + "|java\\.security\\.SecureRandom\\.<init>");
    Set<String> places =
        ALL.stream()
            .flatMap(type -> type.getAccessesFromSelf().stream())
            .filter(access -> ambient.matcher(target(access)).matches())
            .map(access -> access.getOriginOwner().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(places)
        .containsExactly(
            "JdbcArchive",
            "JdbcStores",
            "KeyMaterial",
            "LatchkeyBuilder",
            "OpenStore",
            "RunningServer",
            "ServerClock");
  }

  private static String target(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }

  @Test
  void secretAccess_isGrantedInFewPlaces() {
    Set<String> readers =
        ALL.get(SecretAccess.class).getAccessesToSelf().stream()
            .map(JavaAccess::getOriginOwner)
            .filter(resideInAnyPackage(MODULES))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));

    // each reader is a place where a clear text can go astray: look at it before adding it here
    assertThat(readers)
        .containsExactly(
            "BrandContract",
            "BrandGate",
            "CiscoRenderer",
            "CsvRowWriter",
            "FirstPass",
            "GlobalPassCalls",
            "GrandstreamRenderer",
            "HostileLaws",
            "PanasonicRenderer",
            "PhoneLife",
            "PolycomRenderer",
            "Revealed",
            "RunningServer",
            "SnomRenderer",
            "YealinkRenderer");
  }

  @Test
  void modules_all_areSeen() {
    assertThat(ALL.stream().map(JavaClass::getPackageName))
        .contains(
            "org.latchkey",
            "org.latchkey.internal",
            "org.latchkey.brand.yealink",
            "org.latchkey.portal",
            "org.latchkey.server",
            "org.latchkey.servlet",
            "org.latchkey.store.jdbc",
            "org.latchkey.testkit.phone");
  }
}
