package dev.partnerops.checking;

import dev.partnerops.deciding.Values;
import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricNames;
import dev.partnerops.programme.MetricUses;
import dev.partnerops.programme.PolicyTest;
import dev.partnerops.programme.PolicyTest.Expected;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.References;
import dev.partnerops.programme.Scorecard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds the names of a test against those of its policy, so that a mistyped one is a fault with its
 * line and not a case that passes for the wrong reason.
 */
final class TestNames {

  private final PolicyTest test;
  private final Set<Fault> faults = new LinkedHashSet<>();
  private final Set<String> fields = new TreeSet<>();
  private final Set<String> metrics = new TreeSet<>();
  private final Set<String> others = new TreeSet<>();
  private final Set<String> tiers = new LinkedHashSet<>();
  private final Set<String> badges = new LinkedHashSet<>();
  private final Set<String> kpis = new LinkedHashSet<>();
  private final Set<String> benefits = new LinkedHashSet<>();
  private final Set<String> conditions = new TreeSet<>();
  private final List<MetricUses> uses;
  private final boolean knowsFields;
  private boolean hasFee;

  private record Fault(int line, Message what) {}

  private TestNames(PolicyTest test, List<Programme> editions, MetricNames names) {
    this.test = test;
    this.uses = editions.stream().map(MetricUses::of).toList();
    Set<String> known = names.fields(editions.getLast().entity());
    this.knowsFields = !known.isEmpty();
    fields.addAll(known);
    uses.forEach(each -> metrics.addAll(each.names()));
    for (Programme edition : editions) {
      fields.addAll(References.fieldsOf(edition));
      others.addAll(References.programmesReadBy(edition));
      conditions.addAll(edition.conditions().keySet());
      edition.allInstruments().forEach(this::learn);
    }
  }

  private void learn(Instruments instruments) {
    tiers.addAll(instruments.tiers());
    badges.addAll(instruments.badges());
    instruments.grants().stream().map(Grant::benefit).forEach(benefits::add);
    hasFee |= instruments.fee() != null;
    Scorecard card = instruments.scorecard();
    if (card != null) {
      card.allKpis().forEach(kpi -> kpis.add(kpi.name()));
      card.entries().forEach(entry -> kpis.add(entry.name()));
    }
  }

  /**
   * Examines one case.
   *
   * @throws ToolException.Policy with every fault, by line
   */
  static void check(
      PolicyTest test, PolicyTest.Case one, List<Programme> editions, MetricNames names) {
    TestNames known = new TestNames(test, editions, names);
    for (PolicyTest.Step step : one.steps()) {
      known.check(step);
    }
    if (!known.faults.isEmpty()) {
      List<Message> lines = new ArrayList<>();
      known.faults.stream()
          .sorted(Comparator.comparingInt(Fault::line))
          .forEach(fault ->
              lines.add(Message.of("programme.fault", test.file(), fault.line(), fault.what())));
      throw new ToolException.Policy(lines);
    }
  }

  private void check(PolicyTest.Step step) {
    check(step.facts(), step.line());
    step.entities().values().forEach(facts -> check(facts, step.line()));
    step.expected().forEach(this::check);
  }

  private void check(PolicyTest.Facts facts, int line) {
    facts
        .fields()
        .forEach((name, fact) -> {
          if (knowsFields) {
            require(fields, name, fact.line(), "field");
          }
        });
    facts
        .metrics()
        .forEach((name, fact) -> {
          require(metrics, name, fact.line(), "metric");
          refuseTwo(name, fact.line());
        });
    facts.others().keySet().forEach(other -> require(others, other, line, "other"));
    name(tiers, facts.tier(), "tier");
    name(badges, facts.badge(), "badge");
    name(tiers, facts.before().tier(), "tier");
    name(badges, facts.before().badge(), "badge");
    if (facts.feeBase() != null && !hasFee) {
      fault(line, Message.of("checking.no-fee", test.programme()));
    }
  }

  private void name(Set<String> known, PolicyTest.@Nullable Fact fact, String kind) {
    if (fact != null && !fact.value().isMissing()) {
      require(known, Values.text(fact.value()), fact.line(), kind);
    }
  }

  private void check(Expected expected) {
    switch (expected.part()) {
      case POINTS -> require(kpis, expected.name(), expected.line(), "points");
      case METRICS -> {
        require(metrics, expected.name(), expected.line(), "metric");
        refuseTwo(expected.name(), expected.line());
      }
      case MET -> require(conditions, expected.name(), expected.line(), "condition");
      case GRANTS, TOTALS -> require(benefits, expected.name(), expected.line(), "benefit");
      case FEE -> {
        if (!hasFee) {
          fault(expected.line(), Message.of("checking.no-fee", test.programme()));
        }
      }
      case ROW, COLUMN -> {}
    }
  }

  /** One name for two metrics: nobody can tell which is meant. */
  private void refuseTwo(String name, int line) {
    for (MetricUses each : uses) {
      Set<Metric> named = each.named(name);
      if (named.size() > 1) {
        fault(line, Message.of("checking.metric.two", name, each.lines(name)));
      }
    }
  }

  private void require(Collection<String> known, String name, int line, String kind) {
    if (!known.contains(name)) {
      Message what = Message.of("checking.kind." + kind);
      fault(
          line,
          known.isEmpty()
              ? Message.of("checking.unknown.none", test.programme(), what, name)
              : Message.of(
                  "checking.unknown", test.programme(), what, name, Nearest.orAll(name, known)));
    }
  }

  private void fault(int line, Message what) {
    faults.add(new Fault(line, what));
  }
}
