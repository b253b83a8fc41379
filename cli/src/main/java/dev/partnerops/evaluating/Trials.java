package dev.partnerops.evaluating;

import dev.partnerops.deciding.History;
import dev.partnerops.ledger.BookedEntries;
import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.Horizon;
import dev.partnerops.ledger.LedgerStore;
import dev.partnerops.ledger.OverrideStore;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunPart;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.metrics.Catalogue;
import dev.partnerops.metrics.Entities;
import dev.partnerops.metrics.Entity;
import dev.partnerops.metrics.MetricStore;
import dev.partnerops.metrics.Metrics;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Period;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Evaluates without storing: policies tried on the past, open periods projected. All trials see the
 * data of one batch as of one day; what several of them measure is measured once.
 *
 * <p>A trial reckons a period's own amounts. Differences of earlier periods (RULES 3) are none in
 * it: those tried see the same data, and those approved before it would differ on either side of a
 * comparison alike.
 */
public final class Trials {

  private final Policies policies;
  private final RunStore runs;
  private final LedgerStore ledger;
  private final OverrideStore overrides;
  private final MetricStore store;
  private final Catalogue catalogue;
  private final Meter meter;
  private final long batch;
  private final LocalDate asOf;
  private final Map<Loaded, List<Entity>> entities = new HashMap<>();
  private final Map<Period, History> others = new HashMap<>();

  /** What entities are loaded by. */
  private record Loaded(EntityKind kind, ZoneId zone, Set<String> fields) {}

  Trials(
      Policies policies,
      RunStore runs,
      LedgerStore ledger,
      OverrideStore overrides,
      MetricStore store,
      Catalogue catalogue,
      long batch,
      LocalDate asOf) {
    this.policies = policies;
    this.runs = runs;
    this.ledger = ledger;
    this.overrides = overrides;
    this.store = store;
    this.catalogue = catalogue;
    this.meter = new RememberingMeter(new Metrics(catalogue, store)::compute);
    this.batch = batch;
    this.asOf = asOf;
  }

  public LocalDate asOf() {
    return asOf;
  }

  /** The approved run a chain begins after: the last of a period before that one. */
  public Optional<Run> findBefore(String programme, Period first) {
    List<Run> approved = runs.approvedUntil(programme, first.first().minusDays(1));
    return approved.isEmpty() ? Optional.empty() : Optional.of(approved.getLast());
  }

  /** A programme from that period on, after what was approved and booked before it. */
  public TrialChain begin(String programme, Period first) {
    LocalDate day = first.first();
    Iterable<Entry> entries = ledger.ofProgramme(programme, Horizon.NOW);
    Iterable<Entry> before =
        () ->
            StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.lastDay().isBefore(day))
                .iterator();
    BookedEntries booked = new BookedEntries(before);
    return new TrialChain(
        this,
        programme,
        new TrialChain.Start(
            Casting.standings(
                findBefore(programme, first)
                    .map(run -> runs.rows(run.run(), EnumSet.of(RunPart.DECISION, RunPart.WAITING)))
                    .orElse(null)),
            booked,
            booked.last(),
            history(programme, day)));
  }

  /**
   * An open period as it would end if it went on as it goes ({@link Pace}).
   *
   * @param period that holds the as-of day and ends after it
   */
  public Tried project(TrialChain chain, List<Programme> editions, Period period) {
    return chain.judge(
        editions, period, period.last(), new PacedMeter(meter, catalogue, period, asOf));
  }

  private RunHistory history(String own, LocalDate until) {
    return new RunHistory(runs, policies.latest(), own, until, Long.MAX_VALUE, Horizon.NOW);
  }

  /** Those approved today: what is tried is tried with them. */
  OverridesInForce overrides(String programme) {
    return new OverridesInForce(overrides.approved(programme));
  }

  Meter meter() {
    return meter;
  }

  long batch() {
    return batch;
  }

  List<Entity> entities(List<Programme> editions, EntityKind kind) {
    ZoneId zone = editions.getLast().zone();
    Set<String> fields = Casting.fields(editions, kind);
    return entities.computeIfAbsent(
        new Loaded(kind, zone, fields), key -> new Entities(store, asOf, zone).load(kind, fields));
  }

  /** What approved runs of other programmes recorded by that period's end. */
  History historyOfOthers(Period period) {
    return others.computeIfAbsent(period, key -> history("", period.last()));
  }
}
