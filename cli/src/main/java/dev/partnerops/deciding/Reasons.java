package dev.partnerops.deciding;

import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Condition;
import java.util.ArrayList;
import java.util.List;

/**
 * The clauses that made a decision what it is, with value and threshold, joined by {@code ; }
 * (RULES 22): {@code ladder.exit.any[1] 3 >= 2}. Alike in every language.
 */
public final class Reasons {

  private final List<String> lines = new ArrayList<>();

  /** The reasons of one judged condition. */
  public static String of(Finding finding) {
    return new Reasons().add(finding).text();
  }

  /** A line of its own: {@code ladder.down 1 >= 2}. */
  public static String line(Clause clause, String said) {
    return clause.path() + " " + said;
  }

  public Reasons add(Clause clause, String said) {
    lines.add(line(clause, said));
    return this;
  }

  /** Reasons already written. */
  public Reasons add(String said) {
    if (!said.isEmpty()) {
      lines.add(said);
    }
    return this;
  }

  /** The leaves that decided: the met ones of what is met, the unmet ones of what is not. */
  public Reasons add(Finding finding) {
    if (finding.verdict() == Verdict.SKIPPED) {
      return this;
    }
    switch (finding.condition()) {
      case Condition.All all -> addChildren(finding, finding.verdict());
      case Condition.Any any -> addChildren(finding, finding.verdict());
      case Condition.Met met -> addChildren(finding, finding.verdict());
      case Condition.Not not -> finding.children().forEach(this::add);
      case Condition.Count count -> addLeaf(finding);
      case Condition.Held held -> addLeaf(finding);
      case Condition.OfField leaf -> addLeaf(finding);
      case Condition.Age leaf -> addLeaf(finding);
      case Condition.OfMetric leaf -> addLeaf(finding);
      case Condition.Standing leaf -> addLeaf(finding);
      case Condition.Missed leaf -> addLeaf(finding);
    }
    return this;
  }

  public String text() {
    return String.join("; ", lines);
  }

  private void addChildren(Finding finding, Verdict verdict) {
    for (Finding child : finding.children()) {
      if (child.verdict() == verdict) {
        add(child);
      }
    }
  }

  private void addLeaf(Finding finding) {
    int decimals = finding.decimals();
    String value = Decimals.text(finding.value(), decimals);
    Clause clause = finding.condition().clause();
    if (finding.compared().isEmpty()) {
      add(clause, value);
    }
    for (Finding.Compared compared : finding.compared()) {
      if (compared.verdict() == finding.verdict()) {
        add(clause, value + " " + compared.text(decimals));
      }
    }
  }
}
