package dev.partnerops.simulating;

import dev.partnerops.deciding.Decimals;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Subject;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who stands within some places of the last one with a badge, on either side, if the period ends as
 * it goes: what is ranked, and how far it is from the other side of the cut.
 */
final class BadgeCuts {

  private final Map<EntityId, EntityDecision> now;
  private final int places;
  private final List<Finding> found = new ArrayList<>();

  /** Those ranked together. */
  private record Contest(Clause ranking, String partition) {}

  private BadgeCuts(Map<EntityId, EntityDecision> now, int places) {
    this.now = now;
    this.places = places;
  }

  static List<Finding> of(Open open, Open.Near near) {
    BadgeCuts cuts = new BadgeCuts(Open.decisionsById(open.now()), near.places());
    Map<EntityId, Subject> subjects = Open.subjectsById(open.later());
    Map<Contest, List<EntityDecision>> contests = new LinkedHashMap<>();
    Map<Clause, Ranking> rankings = new LinkedHashMap<>();
    for (EntityDecision decision : open.later().decisions()) {
      Subject subject = subjects.get(decision.id());
      Ranking ranking = subject == null ? null : subject.instruments().ranking();
      if (ranking != null && decision.place() != null) {
        rankings.put(ranking.clause(), ranking);
        contests
            .computeIfAbsent(
                new Contest(ranking.clause(), decision.partition()), contest -> new ArrayList<>())
            .add(decision);
      }
    }
    contests.forEach((contest, ranked) -> {
      ranked.sort(Comparator.comparingInt(BadgeCuts::place).thenComparing(EntityDecision::id));
      Ranking ranking = Objects.requireNonNull(rankings.get(contest.ranking()));
      ranking.quotas().forEach(quota -> cuts.add(ranking, quota, ranked));
    });
    return cuts.found;
  }

  private static int place(EntityDecision decision) {
    Integer place = decision.place();
    return place == null ? Integer.MAX_VALUE : place;
  }

  private void add(Ranking ranking, Ranking.Quota quota, List<EntityDecision> ranked) {
    int last = -1;
    for (int i = 0; i < ranked.size(); i++) {
      if (ranked.get(i).badge().equals(quota.badge())) {
        last = i;
      }
    }
    if (last < 0) {
      return;
    }
    EntityDecision inside = ranked.get(last);
    EntityDecision outside = last + 1 < ranked.size() ? ranked.get(last + 1) : null;
    for (int i = Math.max(0, last + 1 - places);
        i < Math.min(ranked.size(), last + 1 + places);
        i++) {
      boolean isInside = i <= last;
      EntityDecision one = ranked.get(i);
      if (!isInside || one.badge().equals(quota.badge())) {
        add(ranking, quota, one, isInside ? outside : inside, last + 1);
      }
    }
  }

  private void add(
      Ranking ranking,
      Ranking.Quota quota,
      EntityDecision one,
      @Nullable EntityDecision other,
      int cut) {
    int decimals = ranking.by().metric().decimals();
    EntityDecision today = now.get(one.id());
    Optional<Fraction> own = one.placeValue().findNumber();
    Optional<Fraction> beside = other == null ? Optional.empty() : other.placeValue().findNumber();
    Fraction distance =
        own.isPresent() && beside.isPresent() ? own.get().minus(beside.get()) : null;
    found.add(
        new Finding(
            Finding.Kind.NEAR_BADGE_CUT,
            one.id(),
            one.segment(),
            one.name(),
            today == null ? null : cell(today.placeValue(), decimals),
            cell(one.placeValue(), decimals),
            other == null ? null : cell(other.placeValue(), decimals),
            distance == null
                ? null
                : cell(
                    new Value.Numeric(distance.signum() < 0 ? distance.negate() : distance),
                    decimals),
            quota.clause().path() + " " + one.place() + "/" + cut));
  }

  /** A number as its metric is written, anything else as a text; nothing where it is missing. */
  static @Nullable Object cell(Value value, int decimals) {
    if (value.isMissing()) {
      return null;
    }
    Optional<Fraction> number = value.findNumber();
    return number.isPresent() && decimals != Metric.Use.AS_IT_IS
        ? number.get().round(decimals)
        : Decimals.text(value, decimals);
  }
}
