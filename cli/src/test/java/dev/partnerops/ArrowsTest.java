package dev.partnerops;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Which package may know which (STYLE section 1): arrows point down, and a picture of them has no
 * circle. A new package gets a line here first.
 */
final class ArrowsTest {

  private static final String ARROWS =
      """
      model      ->
      output     -> model
      store      -> model
      dataset    -> model programme
      programme  -> model
      command    -> model output store programme dataset
      generating -> model output command dataset
      orders     -> model store dataset sql
      importing  -> model output store programme command dataset orders sql
      metrics    -> model output store programme command dataset orders sql
      deciding   -> model programme
      paying     -> model programme deciding
      ledger     -> model store programme deciding paying sql
      wording    -> model output programme dataset metrics
      evaluating -> model output store programme command dataset orders metrics deciding paying ledger sql
      approving  -> model output store programme command dataset orders metrics deciding paying ledger evaluating sql
      runs       -> model output store programme command dataset orders metrics deciding paying ledger evaluating wording sql
      bookkeeping -> model output store programme command dataset metrics deciding paying ledger sql
      auditing   -> model output store programme command dataset orders importing metrics deciding paying ledger evaluating sql
      explaining -> model output store programme command dataset orders metrics deciding paying ledger evaluating wording sql
      simulating -> model output store programme command dataset orders metrics deciding paying ledger evaluating sql
      reporting  -> model output store programme command dataset orders metrics deciding paying ledger evaluating explaining sql
      checking   -> model output store programme command dataset orders importing metrics deciding paying ledger evaluating wording
      workspace  -> model output store programme command orders
      demo       -> model output command workspace
      nightly    -> model output store programme command dataset importing evaluating ledger approving reporting sql
      shell      -> model output store programme command dataset metrics
      """;

  private final Map<String, Set<String>> allowed = new TreeMap<>();

  ArrowsTest() {
    for (String line : ARROWS.lines().toList()) {
      String[] sides = line.split("->", 2);
      allowed.put(sides[0].strip(), new TreeSet<>(Arrays.asList(sides[1].strip().split(" "))));
    }
  }

  @Test
  void packagesKnowOnlyThoseBeneathThem() {
    Map<String, String> wrong = new TreeMap<>();
    for (JavaClass type : OurClasses.ALL) {
      String from = OurClasses.feature(type);
      if (from.isEmpty()) {
        continue;
      }
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (!target.getPackageName().startsWith(OurClasses.ROOT)) {
          continue;
        }
        String to = OurClasses.feature(target);
        if (!to.equals(from) && !allowed.getOrDefault(from, Set.of()).contains(to)) {
          wrong.putIfAbsent(
              from + " -> " + (to.isEmpty() ? "the root" : to), dependency.getDescription());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void thePictureOfTheArrowsHasNoCircle() {
    slices().matching(OurClasses.ROOT + ".(*)..").should().beFreeOfCycles().check(OurClasses.ALL);
  }
}
