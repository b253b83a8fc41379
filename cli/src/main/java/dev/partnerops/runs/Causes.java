package dev.partnerops.runs;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Standing;
import dev.partnerops.deciding.Step;
import dev.partnerops.evaluating.RunComparison;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Fraction;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.programme.Programme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a result is not the same in two runs, in short texts alike in every language: {@code edition
 * 1 -> 2; scorecard.kpis[0] 120 -> 118; orders +3 (O1 O2 O3)}. What changed of nothing of the
 * entity's own is {@code others}: it is ranked or cut with them.
 */
final class Causes {

  private static final int SCORE_DECIMALS = 2;

  private final OfRun a;
  private final OfRun b;
  private final ChangedRows rows;

  Causes(OfRun a, OfRun b, ChangedRows rows) {
    this.a = a;
    this.b = b;
    this.rows = rows;
  }

  /** What a run says of the entities that changed. */
  static final class OfRun {

    private final RunComparison.Side side;
    private final List<Programme> policies;
    private final Map<EntityId, EntityDecision> decisions = new HashMap<>();
    private final Map<EntityId, Integer> editions = new HashMap<>();
    private final Map<EntityId, List<GrantDecision>> grants = new HashMap<>();
    private final Map<EntityId, FeeStatement> fees = new HashMap<>();
    private final Map<EntityId, Standing> before;
    private final Map<EntityId, Long> overrides;

    /**
     * Picks what is said of those entities.
     *
     * @param before the standings the run began with
     * @param overrides the numbers of those it obeyed
     */
    OfRun(
        RunComparison.Side side,
        List<Programme> policies,
        Set<EntityId> changed,
        Map<EntityId, Standing> before,
        Map<EntityId, Long> overrides) {
      this.side = side;
      this.overrides = overrides;
      this.policies = policies;
      this.before = before;
      for (int i = 0; i < side.rows().decisions().size(); i++) {
        EntityDecision decision = side.rows().decisions().get(i);
        if (changed.contains(decision.id())) {
          decisions.put(decision.id(), decision);
          editions.put(decision.id(), side.rows().editions().get(i));
        }
      }
      for (GrantDecision grant : side.rows().grants()) {
        if (changed.contains(grant.id())) {
          grants.computeIfAbsent(grant.id(), id -> new ArrayList<>()).add(grant);
        }
      }
      for (FeeStatement fee : side.rows().fees()) {
        if (changed.contains(fee.id())) {
          fees.put(fee.id(), fee);
        }
      }
    }

    /** The digest of the policy that judged it. */
    private String policy(EntityId id) {
      int edition = Objects.requireNonNull(editions.get(id));
      return policies.stream()
          .filter(policy -> policy.edition() == edition)
          .map(Programme::digest)
          .findFirst()
          .orElse("");
    }

    /** Where a policy grants a benefit, in any segment. */
    private Set<String> clauses(String benefit) {
      Set<String> clauses = new HashSet<>();
      policies.stream()
          .flatMap(policy -> policy.allInstruments().stream())
          .flatMap(instruments -> instruments.grants().stream())
          .filter(grant -> grant.benefit().equals(benefit))
          .forEach(grant -> clauses.add(grant.clause().path()));
      return clauses;
    }

    /** Whether the ledger stood in the way of a benefit, and at which entry. */
    private List<String> booked(EntityId id, String benefit) {
      return grants.getOrDefault(id, List.of()).stream()
          .filter(grant -> grant.benefit().equals(benefit))
          .map(grant ->
              (grant.status() == GrantDecision.Status.ALREADY_GRANTED)
                  + Objects.toString(grant.adjusts(), ""))
          .toList();
    }
  }

  /**
   * Why one result changed.
   *
   * @param stepsA every step of the entity's judgement in the first run
   */
  String of(RunComparison.Change change, List<Step> stepsA, List<Step> stepsB) {
    EntityId id = change.id();
    List<String> causes = new ArrayList<>();
    override(id, causes);
    if (!a.decisions.containsKey(id) || !b.decisions.containsKey(id)) {
      causes.add(a.decisions.containsKey(id) ? "only in a" : "only in b");
      return String.join("; ", causes);
    }
    if (isRankOfScore(change)) {
      return isScoredOtherwise(id) ? score(id) : "others";
    }
    edition(id, causes);
    asOf(causes);
    if (change.part() == RunComparison.Part.TIER) {
      standing(a.before.get(id), b.before.get(id), causes);
    }
    if (isBookedOtherwise(change)) {
      causes.add("booked");
    }
    List<StepChanges.Changed> clauses =
        StepChanges.between(stepsA, stepsB, hasOtherPolicy(id)).stream()
            .filter(step -> concerns(step, change))
            .toList();
    boolean decided = clauses.stream().anyMatch(StepChanges.Changed::decides);
    List<String> told =
        clauses.stream()
            .filter(step -> step.decides() || (!decided && causes.isEmpty()))
            .map(StepChanges.Changed::text)
            .distinct()
            .toList();
    causes.addAll(told);
    boolean byScore = told.isEmpty() && hasTierByScore(change);
    if (byScore) {
      causes.add(score(id));
    }
    if (byScore || !told.isEmpty()) {
      causes.addAll(rows.texts(id));
    }
    return causes.isEmpty() ? "others" : String.join("; ", causes);
  }

  private static boolean isRankOfScore(RunComparison.Change change) {
    return change.part() == RunComparison.Part.SCORE && change.what().equals("rank");
  }

  /** Judged from another standing by other clauses, of which none is in both runs. */
  private boolean hasTierByScore(RunComparison.Change change) {
    return change.part() == RunComparison.Part.TIER && isScoredOtherwise(change.id());
  }

  private boolean isScoredOtherwise(EntityId id) {
    return !score(a.decisions.get(id)).equals(score(b.decisions.get(id)));
  }

  /** Why the score changed stands beside the score. */
  private String score(EntityId id) {
    return "score " + score(a.decisions.get(id)) + " -> " + score(b.decisions.get(id));
  }

  private static String score(@Nullable EntityDecision decision) {
    Fraction score = decision == null ? null : decision.score();
    return score == null ? "none" : score.round(SCORE_DECIMALS).toPlainString();
  }

  /** Set by hand in one of them, or by another override. */
  private void override(EntityId id, List<String> causes) {
    String one = Objects.toString(a.overrides.get(id), "none");
    String other = Objects.toString(b.overrides.get(id), "none");
    if (!one.equals(other)) {
      causes.add("override " + one + " -> " + other);
    }
  }

  private void edition(EntityId id, List<String> causes) {
    int from = Objects.requireNonNull(a.editions.get(id));
    int to = Objects.requireNonNull(b.editions.get(id));
    if (from != to) {
      causes.add("edition " + from + " -> " + to);
    } else if (hasOtherPolicy(id)) {
      causes.add("edition " + from + " changed");
    }
  }

  private boolean hasOtherPolicy(EntityId id) {
    return !a.policy(id).equals(b.policy(id));
  }

  private void asOf(List<String> causes) {
    boolean samePeriod = a.side.run().period().equals(b.side.run().period());
    String from = a.side.run().asOf().toString();
    String to = b.side.run().asOf().toString();
    if (samePeriod && !from.equals(to)) {
      causes.add("as_of " + from + " -> " + to);
    }
  }

  private static void standing(@Nullable Standing a, @Nullable Standing b, List<String> causes) {
    Standing from = a == null ? Standing.NONE : a;
    Standing to = b == null ? Standing.NONE : b;
    change("before ", name(from.shown()), name(to.shown()), causes);
    if (!from.shown().equals(from.tier()) || !to.shown().equals(to.tier())) {
      change("before calculated ", name(from.tier()), name(to.tier()), causes);
    }
    change("before misses ", from.misses(), to.misses(), causes);
    change("before rises ", from.rises(), to.rises(), causes);
  }

  private static void change(String what, Object from, Object to, List<String> causes) {
    if (!from.equals(to)) {
      causes.add(what + from + " -> " + to);
    }
  }

  private static String name(String tier) {
    return tier.isEmpty() ? "none" : tier;
  }

  private boolean isBookedOtherwise(RunComparison.Change change) {
    return switch (change.part()) {
      case SUBSIDY ->
          !a.booked(change.id(), change.benefit()).equals(b.booked(change.id(), change.benefit()));
      case FEE -> {
        FeeStatement from = a.fees.get(change.id());
        FeeStatement to = b.fees.get(change.id());
        yield from != null && to != null && !from.baseBefore().equals(to.baseBefore());
      }
      case SCORE, TIER, BADGE, VALUE -> false;
    };
  }

  private boolean concerns(StepChanges.Changed step, RunComparison.Change change) {
    return switch (change.part()) {
      case SCORE ->
          !change.what().equals("segment")
              && (step.instrument().equals("scorecard") || step.instrument().equals("minimum"));
      case TIER -> step.instrument().equals("ladder") || step.instrument().equals("minimum");
      case BADGE -> step.instrument().equals("ranking");
      case SUBSIDY -> {
        Set<String> clauses = a.clauses(change.benefit());
        clauses.addAll(b.clauses(change.benefit()));
        yield clauses.stream()
            .anyMatch(
                clause -> step.asking().equals(clause) || step.asking().startsWith(clause + "."));
      }
      case FEE -> step.instrument().equals("fee");
      case VALUE -> false;
    };
  }
}
