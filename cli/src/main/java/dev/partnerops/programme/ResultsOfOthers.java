package dev.partnerops.programme;

import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.ToolException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Refuses results of another programme that none of its editions has: a KPI, a benefit, a tier, or
 * anything of a programme of other entities, whose ids name others (RULES 18). A programme that is
 * not there is no fault here.
 */
final class ResultsOfOthers implements Parts.Visitor {

  private final Programme programme;
  private final Map<String, List<Programme>> all;
  private final Faults faults;

  /** A named one is looked at where it is defined, and not again by those who read the name. */
  private final Set<Metric> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private ResultsOfOthers(Programme programme, Map<String, List<Programme>> all) {
    this.programme = programme;
    this.all = all;
    this.faults = new Faults(programme.file());
  }

  /**
   * Looks through all editions of all programmes.
   *
   * @throws ToolException.Policy with all faults found
   */
  static void check(Map<String, List<Programme>> all) {
    List<Message> lines = new ArrayList<>();
    for (List<Programme> editions : all.values()) {
      for (Programme edition : editions) {
        ResultsOfOthers check = new ResultsOfOthers(edition, all);
        new Parts(check).visit(edition);
        lines.addAll(check.faults.lines());
      }
    }
    if (!lines.isEmpty()) {
      throw new ToolException.Policy(lines);
    }
  }

  @Override
  public void condition(Parts.Stage stage, Condition condition) {
    if (condition instanceof Condition.Standing standing && standing.of() != null) {
      String of = standing.of();
      if (!isThere(of, standing.clause())) {
        return;
      }
      boolean isTier = standing.kind() == Condition.Standing.Kind.TIER;
      Set<String> known = all(of, isTier ? Instruments::tiers : Instruments::badges);
      standing.names().forEach(name -> known(of, standing.clause(), name, known));
    }
  }

  @Override
  public void metric(Parts.Stage stage, Metric.Use use) {
    for (Metric metric : use.metric().withParts()) {
      if (metric instanceof Metric.Result result && result.of() != null && seen.add(result)) {
        result(result, result.of(), use);
      }
    }
  }

  private void result(Metric.Result result, String of, Metric.Use use) {
    if (!isThere(of, use.clause())) {
      return;
    }
    List<Instruments> instruments = instruments(of);
    String name = String.valueOf(result.name());
    switch (result.kind()) {
      case SCORE -> {
        if (instruments.stream().allMatch(each -> each.scorecard() == null)) {
          without(of, use, "scorecard");
        }
      }
      case RANK -> {
        if (instruments.stream().allMatch(each -> each.ranking() == null)) {
          without(of, use, "ranking");
        }
      }
      case POINTS -> known(of, use.clause(), name, all(of, Instruments::points));
      case GRANTED -> known(of, use.clause(), name, all(of, Instruments::benefits));
    }
  }

  private Set<String> all(String of, Function<Instruments, List<String>> names) {
    Set<String> all = new TreeSet<>();
    instruments(of).forEach(each -> all.addAll(names.apply(each)));
    return all;
  }

  private List<Instruments> instruments(String of) {
    return all.getOrDefault(of, List.of()).stream()
        .flatMap(edition -> edition.allInstruments().stream())
        .toList();
  }

  private void without(String of, Metric.Use use, String instrument) {
    add(use.clause(), "programme.of.without", use.label(), of, instrument);
  }

  private void known(String of, Clause clause, String name, Collection<String> known) {
    if (!known.contains(name)) {
      List<String> near = Nearest.to(name, known);
      Message there =
          known.isEmpty()
              ? Message.of("programme.known.none")
              : near.isEmpty()
                  ? Message.of("programme.known", String.join(", ", known))
                  : Message.of("programme.near", String.join(", ", near));
      add(clause, "programme.of.unknown", name, of, there);
    }
  }

  /** Whether the programme is there, and of the same entities; where it is of others, says so. */
  private boolean isThere(String of, Clause clause) {
    List<Programme> editions = all.getOrDefault(of, List.of());
    if (editions.isEmpty()) {
      return false;
    }
    boolean isAlike =
        editions.stream().anyMatch(other -> other.entity().equals(programme.entity()));
    if (!isAlike) {
      add(
          clause,
          "programme.of.kind",
          of,
          editions.getLast().entity().word(),
          programme.entity().word());
    }
    return isAlike;
  }

  private void add(Clause clause, String key, Object... arguments) {
    faults.add(clause.line(), Message.of(key, arguments));
  }
}
