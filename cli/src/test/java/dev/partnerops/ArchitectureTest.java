package dev.partnerops;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.BaseStream;
import org.junit.jupiter.api.Test;

/** Who may touch what: the table of STYLE section 1, row by row, and the habits of section 2. */
final class ArchitectureTest {

  private static final String[] PURE = {
    "..model",
    "..deciding",
    "..paying",
    "..programme",
    "..dataset",
    "..metrics",
    "..orders",
    "..ledger"
  };
  private static final String[] EXACT = {
    "..model", "..orders", "..metrics", "..deciding", "..paying", "..programme", "..ledger"
  };

  @Test
  void jdbcIsForStoreAndOrdersAndClassesNamedStore() {
    check(
        onlyMayTouch(
            resideInAnyPackage("java.sql..", "javax.sql..", "org.h2.."),
            in("store").or(in("orders")).or(storeClass())));
  }

  @Test
  void h2IsForStoreAndOrders() {
    check(onlyMayTouch(resideInAPackage("org.h2.."), in("store").or(in("orders"))));
  }

  @Test
  void jooqAndTheGeneratedTablesAreForClassesNamedStore() {
    check(
        onlyMayTouch(
            resideInAnyPackage("org.jooq..", "dev.partnerops.sql.."),
            // Its parser reads the expressions of policies, which no store sees.
            in("store").or(storeClass()).or(named("ExpressionParser"))));
  }

  @Test
  void picocliIsForCommands() {
    check(
        onlyMayTouch(
            resideInAPackage("picocli.."),
            in("command").or(in("shell")).or(root()).or(nameEnds("Command"))));
  }

  @Test
  void jlineIsForTheShellAndTheWidthOfCharacters() {
    check(onlyMayTouch(resideInAPackage("org.jline.."), in("shell").or(named("DisplayWidth"))));
  }

  @Test
  void commonsCsvIsForOneReaderAndOneWriter() {
    check(
        onlyMayTouch(
            resideInAPackage("org.apache.commons.csv.."),
            named("CsvRecords").or(named("SeparatedPrinter"))));
  }

  @Test
  void theYamlParserIsForOneClass() {
    check(onlyMayTouch(resideInAPackage("org.snakeyaml.."), named("YamlFile")));
  }

  @Test
  void theProcessAndItsStreamsAreForMain() {
    check(
        noClasses()
            .that(DescribedPredicate.not(named("Main")))
            .should()
            .accessField(System.class, "in")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class));
  }

  @Test
  void theClockIsMadeByMain() {
    check(
        noClasses()
            .that(DescribedPredicate.not(named("Main")))
            .should()
            .callMethodWhere(
                describe("asks the machine's clock", ArchitectureTest::asksTheMachine)));
  }

  @Test
  void pureCodeReceivesADay() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class));
  }

  @Test
  void whatCountsAndPaysIsExact() {
    check(
        noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(EXACT)
            .should()
            .haveRawType(describe("a binary fraction", ArchitectureTest::isBinaryFraction)));
    check(
        noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(EXACT)
            .should(
                Members.fulfil(
                    "take or give a binary fraction",
                    method ->
                        isBinaryFraction(method.getRawReturnType())
                            || method.getRawParameterTypes().stream()
                                .anyMatch(ArchitectureTest::isBinaryFraction))));
  }

  @Test
  void optionalIsAnAnswerAndNothingElse() {
    check(noFields().should().haveRawType(Optional.class));
    check(
        noMethods()
            .that(areWritten())
            .should(
                Members.fulfil(
                    "take an Optional or a Stream",
                    method ->
                        method.getRawParameterTypes().stream()
                            .anyMatch(type ->
                                type.isEquivalentTo(Optional.class)
                                    || type.isAssignableTo(BaseStream.class)))));
  }

  @Test
  void nothingStaticChanges() {
    check(fields().that().areStatic().should().beFinal());
  }

  @Test
  void nothingIsFoundByReflection() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAPackage("java.lang.reflect..").or(simpleName("ServiceLoader"))));
  }

  @Test
  void classesAreFinal() {
    check(
        classes()
            .that(
                describe(
                    "nobody extends",
                    type ->
                        !type.isInterface()
                            && !type.isAnonymousClass()
                            && type.getSubclasses().isEmpty()))
            .should(Members.beFinal()));
  }

  @Test
  void namesSayWhatThingsAre() {
    check(
        noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl"));
  }

  private static ArchRule onlyMayTouch(
      DescribedPredicate<JavaClass> what, DescribedPredicate<JavaClass> who) {
    return noClasses()
        .that(DescribedPredicate.not(who))
        .should()
        .dependOnClassesThat(what)
        .allowEmptyShould(true);
  }

  private static void check(ArchRule rule) {
    rule.check(OurClasses.ALL);
  }

  private static DescribedPredicate<JavaClass> in(String feature) {
    return describe("in " + feature, type -> OurClasses.feature(type).equals(feature));
  }

  private static DescribedPredicate<JavaClass> root() {
    return describe("in the root", type -> OurClasses.feature(type).isEmpty());
  }

  /** A class of that name or one inside it. */
  private static DescribedPredicate<JavaClass> named(String name) {
    return describe("named " + name, type -> outermost(type).getSimpleName().equals(name));
  }

  private static DescribedPredicate<JavaClass> nameEnds(String ending) {
    return describe("named ..." + ending, type -> outermost(type).getSimpleName().endsWith(ending));
  }

  private static DescribedPredicate<JavaClass> storeClass() {
    return nameEnds("Store");
  }

  private static JavaClass outermost(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  private static boolean asksTheMachine(JavaMethodCall call) {
    MethodCallTarget target = call.getTarget();
    String owner = target.getOwner().getName();
    boolean now =
        owner.startsWith("java.time.")
            && target.getName().equals("now")
            && target.getRawParameterTypes().stream()
                .noneMatch(type -> type.isEquivalentTo(Clock.class));
    boolean clock = owner.equals(Clock.class.getName()) && target.getName().startsWith("system");
    boolean millis =
        owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
    return now || clock || millis;
  }

  private static boolean isBinaryFraction(JavaClass type) {
    JavaClass each = type.getBaseComponentType();
    return each.isEquivalentTo(double.class)
        || each.isEquivalentTo(float.class)
        || each.isEquivalentTo(Double.class)
        || each.isEquivalentTo(Float.class);
  }

  /** Not made by the compiler for a lambda. */
  private static DescribedPredicate<JavaMember> areWritten() {
    return describe("written", member -> !member.getName().startsWith("lambda$"));
  }
}
