package io.meridian.testkit.rules;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The directions and habits that every service keeps: {@code api → application → domain}, {@code
 * messaging → application}, {@code application → store → domain}.
 */
public final class LayerRules {
  private static final String BAD_NAMES = ".*(Util|Utils|Helper|Manager|Impl|Common)";
  private static final Set<String> CLOCK_READS = Set.of("now", "currentTimeMillis");
  private static final Set<String> SYSTEM_CLOCKS =
      Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis");

  private static final Set<String> SQL = Set.of("query", "batch");
  private static final String HIBERNATE = "org.hibernate.reactive";
  private static final Set<String> SESSION_OPENINGS =
      Set.of(
          "openSession",
          "openStatelessSession",
          "withSession",
          "withStatelessSession",
          "withTransaction");

  private LayerRules() {}

  /** The rules by what they demand, for the classes below this package. */
  public static Map<String, ArchRule> of(String basePackage) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("the domain is plain Java and the published language", plainDomain(basePackage));
    rules.put("layers depend in one direction", oneDirection(basePackage));
    rules.put("time is injected", timeIsInjected());
    rules.put("names say what a class does", names());
    rules.put("nothing is injected into fields", noFieldInjection());
    rules.put("nobody subscribes in a layer", nobodySubscribes(basePackage));
    rules.put("transactions are explicit", explicitTransactions());
    rules.put("applications know no SQL", noSqlInApplications(basePackage));
    rules.put("sessions belong to a unit of work", sessionsOfUnits());
    rules.put("a repository or a store", repositoryOrStore());
    rules.put("rows stay in the store", rowsStay());
    rules.put("resources are named so and live in api", resources());
    rules.put("resources say what they answer in", declaredAnswers());
    rules.put("consumers have a dead-letter topic", DeadLetterRule.rule());
    rules.put("foreign messages are read by one reader", oneReader(basePackage));
    return rules;
  }

  private static ArchRule plainDomain(String base) {
    return classes()
        .that()
        .resideInAPackage(base + "..domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "io.meridian.events..",
            "io.meridian.audit.domain..", // hashes and links: plain Java itself
            base + "..domain..")
        .allowEmptyShould(true);
  }

  private static ArchRule oneDirection(String base) {
    return layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("api")
        .definedBy(base + "..api..")
        .layer("messaging")
        .definedBy(base + "..messaging..")
        .layer("application")
        .definedBy(base + "..application..")
        .layer("store")
        .definedBy(base + "..store..")
        .layer("domain")
        .definedBy(base + "..domain..")
        .whereLayer("api")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("messaging")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("application")
        .mayOnlyBeAccessedByLayers("api", "messaging")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("application");
  }

  private static ArchRule timeIsInjected() {
    return noClasses()
        .should(
            callMethodWhere(
                new DescribedPredicate<JavaMethodCall>("it reads a clock of its own") {
                  @Override
                  public boolean test(JavaMethodCall call) {
                    String owner = call.getTargetOwner().getName();
                    String name = call.getTarget().getName();
                    return owner.equals("java.time.Clock") && SYSTEM_CLOCKS.contains(name)
                        || (owner.startsWith("java.time.") || owner.equals("java.lang.System"))
                            && CLOCK_READS.contains(name)
                            && takesNoClock(call);
                  }
                }))
        .allowEmptyShould(true);
  }

  private static boolean takesNoClock(JavaCall<?> call) {
    return call.getTarget().getRawParameterTypes().stream()
        .noneMatch(type -> type.getName().equals("java.time.Clock"));
  }

  private static ArchRule names() {
    return noClasses().should().haveNameMatching(BAD_NAMES).allowEmptyShould(true);
  }

  private static ArchRule noFieldInjection() {
    return noFields()
        .should()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
        .allowEmptyShould(true);
  }

  private static ArchRule nobodySubscribes(String base) {
    return noClasses()
        .that()
        .resideInAnyPackage(base + "..api..", base + "..application..", base + "..store..")
        .should()
        .callMethodWhere(
            new DescribedPredicate<JavaMethodCall>("it subscribes to a Uni or Multi") {
              @Override
              public boolean test(JavaMethodCall call) {
                return call.getTargetOwner().getPackageName().equals("io.smallrye.mutiny")
                    && call.getTarget().getName().startsWith("subscribe");
              }
            })
        .allowEmptyShould(true);
  }

  private static ArchRule explicitTransactions() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.transaction..")
        .allowEmptyShould(true);
  }

  private static ArchRule noSqlInApplications(String base) {
    return noClasses()
        .that()
        .resideInAPackage(base + "..application..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..sqlclient..", "io.vertx..pgclient..")
        .allowEmptyShould(true);
  }

  /** Who opened a session or began a transaction of its own would be outside of the unit's. */
  private static ArchRule sessionsOfUnits() {
    return noClasses()
        .should(
            callMethodWhere(
                new DescribedPredicate<JavaMethodCall>("it opens a session or a transaction") {
                  @Override
                  public boolean test(JavaMethodCall call) {
                    return call.getTargetOwner().getPackageName().startsWith(HIBERNATE)
                        && SESSION_OPENINGS.contains(call.getTarget().getName());
                  }
                }))
        .allowEmptyShould(true);
  }

  /** What Hibernate holds back SQL does not see: a class that used both would have to know when. */
  private static ArchRule repositoryOrStore() {
    return noClasses()
        .that()
        .resideInAPackage("..store..")
        .should(
            callMethodWhere(
                new DescribedPredicate<JavaMethodCall>(
                    "a repository asks in SQL, or another class has a session") {
                  @Override
                  public boolean test(JavaMethodCall call) {
                    String name = call.getTarget().getName();
                    boolean session = name.equals("session");
                    return call.getTargetOwner().getSimpleName().equals("UnitOfWork")
                        && (session || SQL.contains(name))
                        && session != isRepository(call.getOriginOwner());
                  }
                }))
        .allowEmptyShould(true);
  }

  private static boolean isRepository(JavaClass type) {
    return type.getEnclosingClass()
        .map(LayerRules::isRepository)
        .orElseGet(() -> type.getSimpleName().endsWith("Repository"));
  }

  private static ArchRule rowsStay() {
    return classes()
        .that()
        .areAnnotatedWith("jakarta.persistence.Entity")
        .should()
        .resideInAPackage("..store..")
        .andShould()
        .notBePublic()
        .allowEmptyShould(true);
  }

  private static ArchRule resources() {
    return classes()
        .that()
        .areAnnotatedWith("jakarta.ws.rs.Path")
        .should()
        .haveSimpleNameEndingWith("Resource")
        .andShould()
        .resideInAPackage("..api..")
        .allowEmptyShould(true);
  }

  /** Without it the framework answers in whatever is asked for, even as the text of an object. */
  private static ArchRule declaredAnswers() {
    return classes()
        .that()
        .areAnnotatedWith("jakarta.ws.rs.Path")
        .should()
        .beAnnotatedWith("jakarta.ws.rs.Produces")
        .allowEmptyShould(true);
  }

  /** What others send is mended and bounded in one place; a tree read beside it is neither. */
  private static ArchRule oneReader(String base) {
    return noClasses()
        .that()
        .resideInAPackage(base + "..intake..")
        .and()
        .haveSimpleNameNotStartingWith("Foreign")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.fasterxml.jackson.core..",
            "com.fasterxml.jackson.databind..",
            "jakarta.json..",
            "io.vertx.core.json..",
            "javax.xml..",
            "org.w3c.dom..",
            "org.xml.sax..")
        .allowEmptyShould(true);
  }
}
