package dev.partnerops.deciding;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges one entity again as if other values had been measured, by the very code that decides, all
 * else and everybody else as it was: what {@code explain} finds the least change by. Costs what one
 * entity costs, and with a ranking a look at its partition, never the whole population.
 */
public final class Rejudging {

  private final JudgeInput base;
  private final int index;
  private final Subject was;
  private final Map<String, Money> granted;
  private final @Nullable Contest contest;

  private Rejudging(
      JudgeInput base, Subject was, Map<String, Money> granted, @Nullable Contest contest) {
    this.base = base;
    this.index = was.index();
    this.was = was;
    this.granted = granted;
    this.contest = contest;
  }

  /** The entity judged again, for conditions that come after, as grants ask them. */
  public record Rejudged(Subject subject, EntityDecision decision) {}

  /** A badge's last holder: its place and the value it is ranked by. */
  public record Holder(EntityId id, int place, Value value) {}

  /**
   * Over a judgement that holds the entity; empty where it does not. The places of the others in it
   * are not to be read afterwards.
   *
   * @param granted what the run grants the entity, by benefit, as later conditions read it
   */
  public static Optional<Rejudging> of(
      Judgement judgement, EntityId id, Map<String, Money> granted) {
    for (Subject subject : judgement.subjects()) {
      if (subject.candidate().id().equals(id)) {
        return Optional.of(
            new Rejudging(judgement.input(), subject, granted, contest(judgement, subject)));
      }
    }
    return Optional.empty();
  }

  private static @Nullable Contest contest(Judgement judgement, Subject own) {
    Ranking ranking = own.instruments().ranking();
    if (ranking == null) {
      return null;
    }
    Clause clause = ranking.clause();
    List<Subject> others = new ArrayList<>();
    for (Subject subject : judgement.subjects()) {
      Ranking other = subject.instruments().ranking();
      if (subject != own && other != null && other.clause().equals(clause)) {
        others.add(subject);
      }
    }
    return new Contest(ranking, others);
  }

  /** The entity as it was judged. */
  public Subject was() {
    return was;
  }

  /** What was measured of it. */
  public Value measured(MetricReference reference) {
    return base.measurements().value(index, reference);
  }

  /** The days it was measured over; empty where the window is missing. */
  public Optional<DayRange> days(MetricReference reference) {
    return Optional.ofNullable(base.measurements().days(index, reference));
  }

  /**
   * Judges it with these values in place of those measured.
   *
   * @param placed whether it is ranked too; without, its place and badge are as they were before
   */
  public Rejudged judge(Map<MetricReference, Value> instead, boolean placed) {
    JudgeInput input =
        new JudgeInput(
            base.programme(),
            base.evaluation(),
            List.of(was.candidate()),
            new Instead(instead),
            base.history(),
            base.reading(),
            Set.of());
    Subject subject = new Subject(input, 0, was.segment(), was.instruments());
    subject.score(Scoring.score(subject));
    Ladder ladder = subject.instruments().ladder();
    if (ladder != null) {
      subject.climb(Climbing.climb(ladder, subject));
    }
    if (placed && contest != null) {
      contest.place(subject);
    }
    granted.forEach(subject::grant);
    return new Rejudged(
        subject, ProgrammeJudge.decision(subject, ProgrammeJudge.standing(subject)));
  }

  /**
   * Who holds the last place with that badge in the entity's partition, while the entity is where
   * it is; empty where nobody does.
   */
  public Optional<Holder> lastHolder(String badge) {
    if (contest == null) {
      return Optional.empty();
    }
    Subject now = judge(Map.of(), true).subject();
    List<Placing.Ranked> others = contest.others(now);
    for (int i = others.size() - 1; i >= 0; i--) {
      Subject other = others.get(i).subject();
      Integer place = other.place();
      if (other.badge().equals(badge) && place != null) {
        return Optional.of(
            new Holder(other.candidate().id(), place, others.get(i).values().getFirst()));
      }
    }
    return Optional.empty();
  }

  /** Others for what is measured, of the one candidate there is. */
  private final class Instead implements Measurements {

    private final Map<MetricReference, Value> values;

    Instead(Map<MetricReference, Value> values) {
      this.values = values;
    }

    @Override
    public Value value(int candidate, MetricReference reference) {
      Value other = values.get(reference);
      return other == null ? base.measurements().value(index, reference) : other;
    }

    @Override
    public @Nullable DayRange days(int candidate, MetricReference reference) {
      return base.measurements().days(index, reference);
    }
  }
}
