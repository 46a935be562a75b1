package org.latchkey;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.latchkey.error.LatchkeyException;
import org.latchkey.pass.AccessCodec;
import org.latchkey.pass.GlobalPass;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;

/** The rules of the house that a compiler does not check. */
class ArchitectureTest {
  private static final String ROOT = "org.latchkey";

  /**
   * Lowest first: each package may use only those before it, so there are no circles. Secrets stand
   * below devices, whose lines have passwords.
   */
  private static final List<String> ORDER =
      List.of(
          "error",
          "secret",
          "device",
          "event",
          "pass",
          "format",
          "config",
          "brand",
          "auth",
          "caller",
          "spi",
          "memory",
          "files",
          "internal",
          "admin",
          "");

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  private static String packageOf(String name) {
    return name.isEmpty() ? ROOT : ROOT + "." + name;
  }

  @Test
  void packages_all_haveAPlaceInTheOrder() {
    Set<String> found =
        CORE.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));

    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            ORDER.stream().map(ArchitectureTest::packageOf).toList());
  }

  @Test
  void packages_each_useOnlyThoseBelow() {
    for (int i = 0; i < ORDER.size() - 1; i++) {
      String[] above =
          ORDER.subList(i + 1, ORDER.size()).stream()
              .map(ArchitectureTest::packageOf)
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(packageOf(ORDER.get(i)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(above)
          .check(CORE);
    }
  }

  @Test
  void core_whateverItUses_isOfTheJdkOrOneOfTwoLibraries() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.latchkey..",
            "java..",
            "javax.crypto..",
            "org.slf4j",
            "org.bouncycastle.crypto..",
            "org.jspecify.annotations")
        .check(CORE);
  }

  @Test
  void timeAndRandomness_anywhereButInTheCompositionRoot_areParameters() {
    Pattern ambient =
        Pattern.compile(
            "java\\.time\\.\\w+\\.(now|system\\w*|tick\\w*)"
                + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)"
                + "|java\\.lang\\.Math\\.random"
                + "|java\\.util\\.UUID\\.randomUUID"
                + "|java\\.util\\.Date\\.<init>"
                + "|java\\.(security|util|util\\.concurrent)\\.\\w*Random\\..*");
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(LatchkeyBuilder.class.getName())
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "the machine's clock or randomness",
                (JavaAccess<?> access) ->
                    ambient
                        .matcher(
                            access.getTargetOwner().getName() + "." + access.getTarget().getName())
                        .matches()))
        .check(CORE);
  }

  @Test
  void decisions_pure_knowNoClockNoStoreAndNoFile() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ORDER.subList(0, ORDER.indexOf("spi")).stream()
                .map(ArchitectureTest::packageOf)
                .toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net.http..", "java.sql..", "org.slf4j..")
        .check(CORE);
  }

  @Test
  void conversions_all_nameLocaleAndCharset() {
    noClasses()
        .should()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(String.class, "getBytes")
        .orShould()
        .callConstructor(String.class, byte[].class)
        .orShould()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .check(CORE);
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CORE);
    GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CORE);
  }

  @Test
  void interfaces_thatOthersImplement_haveAtMostSixMethods() {
    classes()
        .that()
        .areInterfaces()
        .and()
        .arePublic()
        .and()
        .resideInAnyPackage(packageOf("spi"), packageOf("brand"))
        .should(haveAtMostAbstractMethods(6))
        .check(CORE);
  }

  private static ArchCondition<JavaClass> haveAtMostAbstractMethods(int most) {
    return new ArchCondition<>("have at most " + most + " abstract methods") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Set<String> methods =
            type.getAllMethods().stream()
                .filter(method -> method.getOwner().isInterface())
                .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaMethod::getName)
                .collect(Collectors.toSet());
        boolean few = methods.size() <= most;
        events.add(new SimpleConditionEvent(type, few, type.getName() + " has " + methods));
      }
    };
  }

  @Test
  void module_exports_everyPackageButInternal() throws IOException {
    URL root = Latchkey.class.getProtectionDomain().getCodeSource().getLocation();
    Set<String> exported;
    try (InputStream in = moduleInfo(root)) {
      exported =
          ModuleDescriptor.read(in).exports().stream()
              .map(ModuleDescriptor.Exports::source)
              .collect(Collectors.toSet());
    }
    assertThat(exported)
        .containsExactlyInAnyOrderElementsOf(
            ORDER.stream()
                .filter(name -> !name.equals("internal"))
                .map(ArchitectureTest::packageOf)
                .toList());
  }

  private static InputStream moduleInfo(URL root) throws IOException {
    String text = root.toString();
    String folder = text.endsWith("/") ? text : "jar:" + text + "!/";
    return URI.create(folder + "module-info.class").toURL().openStream();
  }

  @Test
  void publicMethods_ofExportedPackages_nameNothingInternal() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage(packageOf("internal"))
        .should(
            new ArchCondition<JavaMethod>("name nothing of the package internal") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                boolean clean =
                    Stream.concat(
                            Stream.of(method.getRawReturnType()),
                            method.getRawParameterTypes().stream())
                        .noneMatch(resideInAPackage(packageOf("internal")));
                events.add(new SimpleConditionEvent(method, clean, method.getFullName()));
              }
            })
        .check(CORE);
  }

  @Test
  void exceptions_ofTheCore_areUncheckedAndOfOneRoot() {
    classes()
        .that()
        .areAssignableTo(Throwable.class)
        .should()
        .beAssignableTo(LatchkeyException.class)
        .andShould()
        .resideInAPackage(packageOf("error"))
        .check(CORE);
    assertThat(RuntimeException.class).isAssignableFrom(LatchkeyException.class);
  }

  @Test
  void secretAccess_granted_inThreePlaces() {
    Set<String> readers =
        CORE.get(SecretAccess.class).getMethodCallsToSelf().stream()
            .map(call -> call.getOriginOwner().getName())
            .collect(Collectors.toSet());

    // each reader is a place where a clear text can go astray: look at it before adding it here
    assertThat(readers)
        .containsExactlyInAnyOrder(
            Credential.class.getName(), GlobalPass.class.getName(), AccessCodec.class.getName());
  }

  @Test
  void macAddresses_inTheSources_areNeverPlainText() throws IOException {
    Pattern text = Pattern.compile("\\bString\\s+mac\\b");
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).hasSizeGreaterThan(100);
      for (Path source : sources) {
        assertThat(Files.readString(source)).as(source.toString()).doesNotContainPattern(text);
      }
    }
  }
}
