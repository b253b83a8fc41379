package dev.partnerops.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a programme does with an entity, in the order it is evaluated. A segment's instruments
 * replace those of the same name at the top (RULES 20); in {@link Programme} the segments are
 * already merged.
 *
 * @param limits over all grants, after each grant's own
 */
public record Instruments(
    @Nullable Condition minimum,
    @Nullable Scorecard scorecard,
    @Nullable Ladder ladder,
    @Nullable Ranking ranking,
    List<Grant> grants,
    List<Grant.Limit> limits,
    @Nullable Fee fee) {

  public Instruments {
    grants = List.copyOf(grants);
    limits = List.copyOf(limits);
  }

  /** Whether there is nothing to judge an entity by (RULES 20). */
  public boolean isNothing() {
    return scorecard == null
        && ladder == null
        && ranking == null
        && grants.isEmpty()
        && fee == null;
  }

  /** The KPIs and entries of its scorecard by name; none without. */
  List<String> points() {
    List<String> names = new ArrayList<>();
    if (scorecard != null) {
      scorecard.allKpis().forEach(kpi -> names.add(kpi.name()));
      scorecard.entries().forEach(entry -> names.add(entry.name()));
    }
    return names;
  }

  /** The benefits it grants, in the order of the file. */
  List<String> benefits() {
    return grants.stream().map(Grant::benefit).toList();
  }

  /** The grant of that benefit; empty where it grants none. */
  public Optional<Grant> findGrant(String benefit) {
    return grants.stream().filter(grant -> grant.benefit().equals(benefit)).findFirst();
  }

  /** The tiers of its ladder, lowest first; none without. */
  public List<String> tiers() {
    return ladder == null ? List.of() : ladder.tiers().stream().map(Ladder.Tier::name).toList();
  }

  /** The badges of its ranking, best last; none without. */
  public List<String> badges() {
    return ranking == null
        ? List.of()
        : ranking.quotas().reversed().stream().map(Ranking.Quota::badge).toList();
  }
}
