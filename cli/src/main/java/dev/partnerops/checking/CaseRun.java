package dev.partnerops.checking;

import dev.partnerops.deciding.Subject;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricUses;
import dev.partnerops.programme.PolicyTest;
import dev.partnerops.programme.PolicyTest.Expected;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Reads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs one case and says what did not come out as expected. */
final class CaseRun {

  private final CaseJudge judge;
  private final List<TestResult> failures = new ArrayList<>();

  CaseRun(CaseJudge judge) {
    this.judge = judge;
  }

  /** Nothing where all came out as expected. A step that cannot be judged ends the case. */
  List<TestResult> run(PolicyTest.Case one) {
    for (PolicyTest.Step step : one.steps()) {
      try {
        Played played = judge.play(step);
        Actuals actuals = new Actuals(played);
        for (Expected expected : step.expected()) {
          check(step, expected, played, actuals);
        }
        judge.approve(played);
      } catch (ToolException.Policy faulty) {
        failures.add(broken(step, faulty));
        return failures;
      }
    }
    return failures;
  }

  /** A policy may stumble over what a test leaves out: then that is what to tell. */
  private TestResult broken(PolicyTest.Step step, ToolException.Policy faulty) {
    Set<String> fields = new LinkedHashSet<>();
    judge.asked().values().forEach(asked -> fields.addAll(asked.fields()));
    Message what =
        fields.isEmpty()
            ? faulty.text()
            : Message.of("checking.broken", faulty.text(), String.join(", ", fields));
    return new TestResult(step.line(), number(step), "", "", null, null, "", what);
  }

  private void check(PolicyTest.Step step, Expected expected, Played played, Actuals actuals) {
    List<EntityId> ids = ids(step, expected);
    if (ids.size() != 1) {
      List<String> known = judge.asked().keySet().stream().map(CaseRun::name).toList();
      Message what =
          ids.isEmpty()
              ? Message.of(
                  "checking.entity.unknown",
                  expected.entity(),
                  Nearest.orAll(expected.entity(), known))
              : Message.of("checking.entity.roles", expected.entity(), names(ids));
      fail(step, expected, what);
      return;
    }
    EntityId id = ids.getFirst();
    Asked asked = judge.asked().getOrDefault(id, new Asked());
    boolean dynamic =
        expected.part() == Expected.Part.METRICS || expected.part() == Expected.Part.MET;
    Set<String> missing = missing(expected, id, played);
    if (missing.isEmpty() && dynamic) {
      asked.clear();
    }
    Actual actual = actuals.of(expected, id);
    if (missing.isEmpty() && dynamic && played.player(id).isPresent()) {
      missing.addAll(told(asked, played.player(id).orElseThrow().uses()));
    }
    if (!missing.isEmpty()) {
      fail(step, expected, Message.of("checking.not-given", String.join(", ", missing)));
    } else if (!actual.is(expected.value(), expected.decimals())) {
      fail(
          step,
          expected,
          actual.shown(expected.value(), expected.decimals()),
          actual.shown(actual.value(), expected.decimals()),
          actual.reasons(),
          null);
    }
  }

  private void fail(PolicyTest.Step step, Expected expected, Message what) {
    fail(step, expected, null, null, "", what);
  }

  private void fail(
      PolicyTest.Step step,
      Expected expected,
      @Nullable Object should,
      @Nullable Object is,
      String reasons,
      @Nullable Message what) {
    failures.add(
        new TestResult(
            expected.line(),
            number(step),
            expected.entity(),
            expected.path(),
            should,
            is,
            reasons,
            what));
  }

  private static @Nullable Integer number(PolicyTest.Step step) {
    return step.number() == 0 ? null : (Integer) step.number();
  }

  /** Whom an expectation speaks of: an id, {@code ID/ROLE}, or the only one there is. */
  private List<EntityId> ids(PolicyTest.Step step, Expected expected) {
    Collection<EntityId> all = judge.asked().keySet();
    if (!step.named() || expected.part() == Expected.Part.TOTALS) {
      return all.isEmpty() ? List.of(new EntityId("")) : List.of(all.iterator().next());
    }
    String named = expected.entity();
    return all.stream().filter(id -> id.id().equals(named) || name(id).equals(named)).toList();
  }

  private static String name(EntityId id) {
    return id.role().isEmpty() ? id.id() : id.id() + "/" + id.role();
  }

  private static String names(List<EntityId> ids) {
    return String.join(", ", ids.stream().map(CaseRun::name).toList());
  }

  /** What the parts that the expectation hangs on asked, and nobody gave. */
  private Set<String> missing(Expected expected, EntityId id, Played played) {
    Set<String> missing = new LinkedHashSet<>();
    Programme edition = played.player(id).map(Player::edition).orElse(judge.editions().getLast());
    Set<Reads> needed =
        Needs.of(
            edition,
            played.subject(id).map(Subject::instruments).orElse(edition.instruments()),
            played.player(id).map(Player::facts).orElse(PolicyTest.Facts.NONE),
            expected);
    boolean ofAll = Needs.isOfAll(expected);
    for (Map.Entry<EntityId, Asked> entry : judge.asked().entrySet()) {
      if (ofAll || entry.getKey().equals(id)) {
        MetricUses uses =
            played.player(entry.getKey()).map(Player::uses).orElse(judge.uses(edition));
        needed.forEach(reads -> missing.addAll(told(entry.getValue(), reads, uses)));
      }
    }
    return missing;
  }

  private static Set<String> told(Asked asked, MetricUses uses) {
    return told(asked, new Reads(asked.metrics(), asked.fields(), asked.others(), Set.of()), uses);
  }

  private static Set<String> told(Asked asked, Reads reads, MetricUses uses) {
    Set<String> told = new LinkedHashSet<>();
    for (Metric metric : asked.metrics()) {
      if (reads.metrics().contains(metric)) {
        Set<String> names = uses.namesOf(metric);
        told.add("metrics." + (names.isEmpty() ? metric : names.iterator().next()));
      }
    }
    asked.fields().stream()
        .filter(reads.fields()::contains)
        .forEach(field -> told.add("fields." + field));
    asked.others().stream()
        .filter(reads.others()::contains)
        .forEach(other -> told.add("others." + other));
    return told;
  }
}
