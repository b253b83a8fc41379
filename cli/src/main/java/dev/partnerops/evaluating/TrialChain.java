package dev.partnerops.evaluating;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.History;
import dev.partnerops.deciding.Judgement;
import dev.partnerops.deciding.ProgrammeJudge;
import dev.partnerops.deciding.Recorded;
import dev.partnerops.deciding.Standing;
import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.model.Period;
import dev.partnerops.paying.Booked;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.paying.PayInput;
import dev.partnerops.paying.Paymaster;
import dev.partnerops.paying.Payments;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.References;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One programme tried period after period: it begins with what was approved before the first of
 * them and takes each period that is approved in it for the one before the next: standings,
 * counters, points remembered, what was recorded and what was booked. Never changes; nothing is
 * stored.
 */
public final class TrialChain {

  private final Trials trials;
  private final String programme;
  private final Start start;
  private final Map<EntityId, Standing> standings;
  private final List<Entry> entries;
  private final Map<EntityId, List<Recorded>> recorded;

  /**
   * What was approved before the first period.
   *
   * @param lastEntry the number of the last entry that counts; 0 where there is none
   */
  record Start(Map<EntityId, Standing> standings, Booked booked, long lastEntry, History history) {}

  TrialChain(Trials trials, String programme, Start start) {
    this(trials, programme, start, start.standings(), List.of(), Map.of());
  }

  private TrialChain(
      Trials trials,
      String programme,
      Start start,
      Map<EntityId, Standing> standings,
      List<Entry> entries,
      Map<EntityId, List<Recorded>> recorded) {
    this.trials = trials;
    this.programme = programme;
    this.start = start;
    this.standings = standings;
    this.entries = entries;
    this.recorded = recorded;
  }

  /** Judges and pays a period on the data of the trials' as-of day. */
  public Tried judge(List<Programme> editions, Period period) {
    return judge(editions, period, trials.asOf(), trials.meter());
  }

  /** The same as the period would end: {@code last} is the day it is judged as of. */
  Tried judge(List<Programme> editions, Period period, LocalDate last, Meter meter) {
    Booked booked = entries.isEmpty() ? start.booked() : new TriedBookings(start.booked(), entries);
    if (editions.isEmpty()) {
      return new Tried(
          period,
          editions,
          List.of(),
          new Payments(List.of(), List.of(), Map.of()),
          booked,
          standings);
    }
    Casting casting =
        Casting.of(
            editions,
            period,
            last,
            kind -> trials.entities(editions, kind),
            standings,
            trials.overrides(programme));
    History history =
        new TriedHistory(programme, start.history(), recorded, trials.historyOfOthers(period));
    List<Judgement> judgements = new ArrayList<>();
    for (Cast cast : casting.casts()) {
      Measuring measured = Measuring.of(cast, meter, trials.batch());
      judgements.add(ProgrammeJudge.judge(cast.input(measured::value, history, Set.of())));
    }
    Payments payments = Paymaster.pay(new PayInput(judgements, booked));
    return new Tried(period, editions, judgements, payments, booked, casting.waiting());
  }

  /** The chain after that period, as though it had been approved and booked. */
  public TrialChain approve(Tried tried) {
    if (tried.editions().isEmpty()) {
      return this;
    }
    Map<EntityId, Standing> after = new HashMap<>(tried.waiting());
    List<EntityDecision> decisions = tried.decisions();
    decisions.forEach(decision -> after.put(decision.id(), decision.after()));
    List<Entry> booked = new ArrayList<>(entries);
    for (Entry entry :
        Booking.entries(
            run(tried),
            tried.editions().getLast().entity(),
            tried.payments().grants(),
            tried.payments().fees())) {
      booked.add(entry.numbered(start.lastEntry() + booked.size() + 1));
    }
    return new TrialChain(trials, programme, start, after, booked, recordedWith(tried, decisions));
  }

  /** Only what a policy may ask for is kept. */
  private Map<EntityId, List<Recorded>> recordedWith(Tried tried, List<EntityDecision> decisions) {
    boolean asked =
        tried.editions().stream()
            .anyMatch(edition ->
                References.readsOwnPast(edition)
                    || References.programmesReadBy(edition).contains(programme));
    if (!asked) {
      return recorded;
    }
    Map<EntityId, Map<String, Money>> granted = new HashMap<>();
    for (GrantDecision grant : tried.payments().grants()) {
      granted
          .computeIfAbsent(grant.id(), id -> new HashMap<>())
          .merge(grant.benefit(), grant.amount(), Money::plus);
    }
    Map<EntityId, List<Recorded>> more = new HashMap<>(recorded);
    for (EntityDecision decision : decisions) {
      List<Recorded> own = new ArrayList<>(more.getOrDefault(decision.id(), List.of()));
      own.add(
          Recorded.of(
              tried.period().last(), decision, granted.getOrDefault(decision.id(), Map.of())));
      more.put(decision.id(), own);
    }
    return more;
  }

  private Run run(Tried tried) {
    return new Run(
        0,
        programme,
        "",
        tried.period(),
        trials.asOf(),
        trials.batch(),
        tried.decisions().size(),
        null,
        "",
        "",
        "",
        List.of(),
        RunStatus.APPROVED,
        null,
        null);
  }
}
