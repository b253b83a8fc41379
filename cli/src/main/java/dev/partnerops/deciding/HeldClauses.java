package dev.partnerops.deciding;

import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Ranking;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Marks the {@code held} clauses that deciding may have passed by (a quota's {@code require}) or
 * that paying asks later (a grant's {@code eligible} and {@code claw_back}), so that every
 * evaluation records them.
 */
final class HeldClauses {

  private final Programme programme;
  private final IdentityHashMap<Instruments, List<Condition>> clauses = new IdentityHashMap<>();

  HeldClauses(Programme programme) {
    this.programme = programme;
  }

  void mark(Subject subject) {
    for (Condition held : clauses.computeIfAbsent(subject.instruments(), this::find)) {
      subject.judge(held);
    }
  }

  private List<Condition> find(Instruments instruments) {
    List<Condition> found = new ArrayList<>();
    Ranking ranking = instruments.ranking();
    if (ranking != null) {
      ranking.quotas().forEach(quota -> find(quota.require(), found));
    }
    for (Grant grant : instruments.grants()) {
      find(grant.eligible(), found);
      find(grant.clawBack() == null ? null : grant.clawBack().when(), found);
    }
    if (instruments.fee() != null) {
      find(instruments.fee().eligible(), found);
    }
    return found;
  }

  private void find(@Nullable Condition condition, List<Condition> found) {
    switch (condition) {
      case null -> {}
      case Condition.All all -> all.conditions().forEach(each -> find(each, found));
      case Condition.Any any -> any.conditions().forEach(each -> find(each, found));
      case Condition.Not not -> find(not.condition(), found);
      case Condition.Count count -> count.conditions().forEach(each -> find(each, found));
      case Condition.Met met -> find(programme.conditions().get(met.name()), found);
      case Condition.Held held -> found.add(held);
      case Condition.OfField leaf -> {}
      case Condition.Age leaf -> {}
      case Condition.OfMetric leaf -> {}
      case Condition.Standing leaf -> {}
      case Condition.Missed leaf -> {}
    }
  }
}
