package dev.partnerops.deciding;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Period;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Window;
import dev.partnerops.programme.WindowContext;
import dev.partnerops.programme.Windows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Entities of a test with their fields and metrics by name, judged evaluation after evaluation. */
public final class Cases {

  private final Programme programme;
  private final Map<String, Map<String, Value>> fields = new LinkedHashMap<>();
  private final Map<String, Map<String, Value>> metrics = new HashMap<>();
  private final Map<String, Standing> standings = new HashMap<>();
  private final Map<String, Given> given = new HashMap<>();
  private final Map<String, TierOverride> overrides = new HashMap<>();
  private final Map<String, Recorded> others = new HashMap<>();
  private List<String> otherTiers = List.of();

  public Cases(Programme programme) {
    this.programme = programme;
  }

  /** An entity with fields: name, value, name, value, … */
  public Cases entity(String id, String... pairs) {
    fields.computeIfAbsent(id, each -> new HashMap<>()).putAll(values(pairs));
    metrics.computeIfAbsent(id, each -> new HashMap<>());
    return this;
  }

  public Cases metrics(String id, String... pairs) {
    entity(id);
    metrics.get(id).putAll(values(pairs));
    return this;
  }

  public Cases before(String id, Standing standing) {
    entity(id);
    standings.put(id, standing);
    return this;
  }

  /** The score is stated, not reckoned. */
  public Cases score(String id, String score) {
    entity(id);
    given.put(id, new Given(Policies.number(score), null));
    return this;
  }

  public Cases badge(String id, String badge) {
    entity(id);
    given.put(id, new Given(null, badge));
    return this;
  }

  public Cases override(String id, @Nullable String tier) {
    if (tier == null) {
      overrides.remove(id);
    } else {
      overrides.put(id, new TierOverride(7, tier));
    }
    return this;
  }

  /** What another programme's last approved run said of the entity. */
  public Cases other(String id, Recorded recorded, String... tiers) {
    entity(id);
    others.put(id, recorded);
    otherTiers = List.of(tiers);
    return this;
  }

  public Judgement judge(String period) {
    Period judged = Period.parse(period).orElseThrow();
    return judge(judged, judged.last().plusDays(1));
  }

  public Judgement judge(Period period, LocalDate asOf) {
    List<Candidate> candidates = new ArrayList<>();
    fields.forEach((id, values) ->
        candidates.add(
            new Candidate(
                new EntityId(id),
                "Name of " + id,
                values,
                standings.getOrDefault(id, Standing.NONE),
                overrides.get(id),
                given.getOrDefault(id, Given.NOTHING))));
    return ProgrammeJudge.judge(
        new JudgeInput(
            programme,
            new Evaluation(period, asOf, period.last().plusDays(1)),
            candidates,
            new ByName(candidates),
            new Others(),
            new NoReading(new WindowContext(period, asOf, period.last().plusDays(1))),
            Set.copyOf(candidates.stream().map(Candidate::id).toList())));
  }

  /** Judges and approves: the standings are those of the next evaluation. */
  public Map<String, EntityDecision> approve(String period) {
    Map<String, EntityDecision> decisions = new LinkedHashMap<>();
    for (EntityDecision decision : judge(period).decisions()) {
      decisions.put(decision.id().id(), decision);
      standings.put(decision.id().id(), decision.after());
    }
    return decisions;
  }

  /** Approves a period of a programme that has one entity only. */
  public EntityDecision approveOne(String period) {
    return approve(period).values().iterator().next();
  }

  private static Map<String, Value> values(String... pairs) {
    Map<String, Value> values = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], Policies.value(pairs[i + 1]));
    }
    return values;
  }

  private final class ByName implements Measurements {

    private final List<Candidate> candidates;

    ByName(List<Candidate> candidates) {
      this.candidates = candidates;
    }

    @Override
    public Value value(int candidate, MetricReference reference) {
      Value value = metrics.get(candidates.get(candidate).id().id()).get(reference.name());
      if (value == null) {
        throw new IllegalStateException("nobody gave " + reference.name());
      }
      return value;
    }

    @Override
    public DayRange days(int candidate, MetricReference reference) {
      return new DayRange(LocalDate.of(2020, 10, 1), LocalDate.of(2020, 10, 31));
    }
  }

  private final class Others implements History {

    @Override
    public List<Recorded> of(String other, EntityId id) {
      Recorded recorded = others.get(id.id());
      return recorded == null ? List.of() : List.of(recorded);
    }

    @Override
    public List<String> tiers(String other) {
      return otherTiers;
    }

    @Override
    public List<String> badges(String other) {
      return List.of();
    }
  }

  private record NoReading(WindowContext context) implements Reading {

    @Override
    public Optional<DayRange> days(Window window, Function<String, Value> field) {
      return window instanceof Window.LastWhole
          ? Windows.resolve(window, context, field)
          : Optional.of(new DayRange(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 12, 31)));
    }

    @Override
    public Optional<LocalDate> day(Window.DayPoint point, Function<String, Value> field) {
      return Optional.ofNullable(point.date());
    }

    @Override
    public Value derived(Metric.Derived metric, Function<String, Value> names) {
      return Value.missing();
    }
  }
}
