package dev.partnerops.explaining;

import dev.partnerops.deciding.Decimals;
import dev.partnerops.deciding.Step;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Programme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One reason of a decision (RULES 22) with the clause it names: the step that was taken there, or
 * what is said of a clause that takes none, as a counter.
 *
 * @param step absent where the clause took none
 * @param said what the reason says behind its path
 */
record Because(Clause clause, @Nullable Step step, String said) {

  /** Reasons, each with its clause; where no clause is known, with the first line. */
  static List<Because> of(
      String reasons, List<Step> steps, Instruments instruments, Programme edition) {
    Map<String, Clause> clauses = clauses(instruments, edition);
    List<Because> found = new ArrayList<>();
    for (String reason : reasons.isEmpty() ? new String[0] : reasons.split("; ")) {
      if (reason.startsWith("override ")) {
        // It has a sentence of its own, with who and why.
        continue;
      }
      int blank = reason.indexOf(' ');
      String path = blank < 0 ? reason : reason.substring(0, blank);
      String said = blank < 0 ? "" : reason.substring(blank + 1);
      Step step = step(steps, path, said);
      Clause clause = step == null ? clauses.get(path) : step.clause();
      found.add(
          clause == null
              ? new Because(new Clause("", 0), null, reason)
              : new Because(clause, step, said));
    }
    return found;
  }

  /** A clause is judged once for each tier that asks it: the one with this value and threshold. */
  private static @Nullable Step step(List<Step> steps, String path, String said) {
    Step first = null;
    for (Step step : steps) {
      if (step.clause().path().equals(path)) {
        String text = Decimals.text(step.value(), step.decimals()) + " " + step.comparison();
        if (text.strip().equals(said)) {
          return step;
        }
        first = first == null ? step : first;
      }
    }
    return first;
  }

  /** Those that take no step. */
  private static Map<String, Clause> clauses(Instruments instruments, Programme edition) {
    Map<String, Clause> clauses = new LinkedHashMap<>();
    Ladder ladder = instruments.ladder();
    if (ladder != null) {
      add(clauses, ladder.up().clause());
      add(clauses, ladder.down().clause());
      if (ladder.protection() != null) {
        add(clauses, ladder.protection().clause());
      }
      add(
          clauses,
          new Clause(
              "ladder.readmit_after",
              Quotes.lineOf(edition, ladder.clause().line(), "readmit_after")));
    }
    for (Grant grant : instruments.grants()) {
      for (String key : List.of("once_per", "amount")) {
        add(
            clauses,
            new Clause(
                grant.clause().path() + "." + key,
                Quotes.lineOf(edition, grant.clause().line(), key)));
      }
    }
    Stream.concat(
            instruments.limits().stream(),
            instruments.grants().stream().flatMap(grant -> grant.limits().stream()))
        .forEach(limit -> add(clauses, limit.clause()));
    return clauses;
  }

  private static void add(Map<String, Clause> clauses, Clause clause) {
    clauses.putIfAbsent(clause.path(), clause);
  }

  /** The last word of the path: {@code once_per}, {@code down}; of a list without its place. */
  String word() {
    String path = clause.path();
    String last = path.substring(path.lastIndexOf('.') + 1);
    int bracket = last.indexOf('[');
    return bracket < 0 ? last : last.substring(0, bracket);
  }
}
