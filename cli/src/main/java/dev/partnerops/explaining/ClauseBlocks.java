package dev.partnerops.explaining;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Status;
import dev.partnerops.deciding.Step;
import dev.partnerops.deciding.Verdict;
import dev.partnerops.evaluating.Explanations;
import dev.partnerops.output.Messages;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Ranking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The clauses of the policy behind a decision: those that made it quoted, the others in a table.
 */
final class ClauseBlocks {

  /** So that a page stays a screen. */
  private static final int MOST_QUOTED = 8;

  private static final int MOST_OTHERS = 7;

  private final Messages messages;
  private final Explanations.Explained explained;
  private final StepWords steps;
  private final ReasonWords reasons;
  private final Instruments instruments;

  ClauseBlocks(
      Messages messages, Explanations.Explained explained, StepWords steps, ReasonWords reasons) {
    this.messages = messages;
    this.explained = explained;
    this.steps = steps;
    this.reasons = reasons;
    this.instruments = explained.again().was().instruments();
  }

  /** What is said of each line of the policy. */
  private record Quoted(int line, List<String> below) {}

  void add(Page page) {
    Map<Clause, String> decided = decided();
    if (!decided.isEmpty()) {
      page.heading(messages.text("explaining.heading.decided"));
      for (Quoted quoted : quoted(decided)) {
        page.add(
            new Page.Block.Quote(
                quoted.line(), Quotes.of(explained.edition(), quoted.line()), quoted.below()));
      }
    }
    others(page, decided.keySet());
  }

  /** Clauses of one line are quoted together. */
  private static List<Quoted> quoted(Map<Clause, String> decided) {
    Map<Integer, Quoted> byLine = new LinkedHashMap<>();
    decided.forEach((clause, text) -> {
      Quoted quoted =
          byLine.computeIfAbsent(clause.line(), line -> new Quoted(line, new ArrayList<>()));
      if (!quoted.below().contains(text)) {
        quoted.below().add(text);
      }
    });
    return byLine.values().stream().limit(MOST_QUOTED).toList();
  }

  private Map<Clause, String> decided() {
    Map<Clause, String> decided = new LinkedHashMap<>();
    EntityDecision decision = explained.decision();
    List<Because> because = new ArrayList<>(of(decision.reasons()));
    for (Because each : because) {
      add(each, decided);
    }
    boolean score =
        decision.status() == Status.FAILED
            || because.stream().anyMatch(each -> each.clause().path().startsWith("ladder.tiers"));
    if (score) {
      pointsLost(decided);
    }
    ranking(decision, decided);
    for (GrantDecision grant : explained.grants()) {
      of(grant.reasons()).forEach(each -> add(each, decided));
    }
    for (FeeStatement fee : explained.fees()) {
      of(fee.reasons()).forEach(each -> add(each, decided));
      explained.steps().stream()
          .filter(step -> step.clause().path().equals("fee"))
          .forEach(step -> decided.putIfAbsent(step.clause(), steps.sentence(step)));
    }
    return decided;
  }

  private List<Because> of(String text) {
    return Because.of(text, explained.steps(), instruments, explained.edition());
  }

  private void add(Because because, Map<Clause, String> decided) {
    if (because.clause().line() > 0) {
      Step step = because.step();
      decided.putIfAbsent(
          because.clause(), step == null ? reasons.one(because) : steps.sentence(step));
    }
  }

  /** KPIs that earned less than they could, and entries that took points away. */
  private void pointsLost(Map<Clause, String> decided) {
    for (Step step : explained.steps()) {
      if (step.points() != null && step.possible() != null) {
        boolean entry = step.clause().path().contains(".entries[");
        boolean lost =
            entry ? step.points().signum() < 0 : step.points().compareTo(step.possible()) < 0;
        if (lost) {
          decided.putIfAbsent(step.clause(), steps.sentence(step));
        }
      }
    }
  }

  /** What it is ranked by; where it is not ranked, what it was not eligible for. */
  private void ranking(EntityDecision decision, Map<Clause, String> decided) {
    Ranking ranking = instruments.ranking();
    if (ranking == null) {
      return;
    }
    for (Step step : explained.steps()) {
      boolean ranked = step.clause().equals(ranking.clause());
      boolean barred =
          decision.place() == null
              && step.clause().path().startsWith("ranking.eligible")
              && step.verdict() == Verdict.UNMET
              && !StepWords.isGroup(step);
      if (ranked || barred) {
        decided.putIfAbsent(step.clause(), steps.sentence(step));
      }
    }
  }

  private void others(Page page, Set<Clause> decided) {
    Set<String> seen = new LinkedHashSet<>();
    List<List<String>> rows = new ArrayList<>();
    int more = 0;
    boolean points = false;
    for (Step step : explained.steps()) {
      if (decided.contains(step.clause())
          || StepWords.isGroup(step)
          || step.verdict() == Verdict.SKIPPED
          || !seen.add(step.clause().path() + step.comparison())) {
        continue;
      }
      if (rows.size() == MOST_OTHERS) {
        more++;
        continue;
      }
      points |= step.points() != null;
      rows.add(
          List.of(
              Integer.toString(step.clause().line()),
              steps.label(step),
              steps.value(step),
              steps.asked(step),
              steps.verdict(step),
              steps.points(step)));
    }
    if (rows.isEmpty()) {
      return;
    }
    page.heading(messages.text("explaining.heading.others"));
    List<String> header = new ArrayList<>();
    for (String column : List.of("line", "looks_at", "value", "asked", "verdict", "points")) {
      header.add(messages.text("explaining.column." + column));
    }
    if (!points) {
      header.removeLast();
      rows.replaceAll(row -> row.subList(0, row.size() - 1));
    }
    page.add(new Page.Block.Table(header, rows, List.of(0, 2)));
    if (more > 0) {
      page.line(messages.text("explaining.others.more", more));
    }
  }
}
