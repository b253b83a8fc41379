package dev.partnerops.checking;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Judgement;
import dev.partnerops.deciding.Recorded;
import dev.partnerops.deciding.Standing;
import dev.partnerops.deciding.Subject;
import dev.partnerops.deciding.Values;
import dev.partnerops.evaluating.Booking;
import dev.partnerops.ledger.BookedEntries;
import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.model.Period;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.paying.Holders;
import dev.partnerops.paying.Payments;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.PolicyTest;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a case leave behind, each taken as approved (RULES 2): standings, what was
 * recorded, and entries as they would be booked.
 */
final class TestState {

  private final Map<EntityId, Standing> standings = new HashMap<>();
  private final Map<EntityId, List<Recorded>> recorded = new HashMap<>();
  private final Map<TestHistory.Other, List<Recorded>> others = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Long, List<Programme>> editionsOf = new HashMap<>();
  private long runs;

  boolean knows(EntityId id) {
    return standings.containsKey(id);
  }

  Standing standing(EntityId id) {
    return standings.getOrDefault(id, Standing.NONE);
  }

  Map<EntityId, List<Recorded>> recorded() {
    return recorded;
  }

  /** What earlier steps stated of other programmes, oldest first. */
  Map<TestHistory.Other, List<Recorded>> others() {
    return others;
  }

  /** A later step sees over a window what this one stated. */
  void record(TestHistory.Other other, Recorded stated) {
    others.computeIfAbsent(other, each -> new ArrayList<>()).add(stated);
  }

  BookedEntries booked(List<Programme> editions) {
    return new BookedEntries(List.copyOf(entries), editions);
  }

  /** The editions that a step judged by. */
  List<Programme> editionsOf(long run) {
    return editionsOf.getOrDefault(run, List.of());
  }

  /** An entity as {@code before:} has it; the period is the one before the first. */
  void begin(EntityId id, PolicyTest.Before before, Instruments instruments, Period period) {
    standings.put(id, standing(before, instruments));
    PolicyTest.Fact tier = before.tier();
    PolicyTest.Fact badge = before.badge();
    if (tier != null || badge != null) {
      Map<String, Money> granted = new HashMap<>();
      before.granted().forEach((benefit, yuan) -> granted.put(benefit, Money.rounded(yuan)));
      recorded
          .computeIfAbsent(id, each -> new ArrayList<>())
          .add(new Recorded(period.last(), text(tier), text(badge), null, null, Map.of(), granted));
    }
  }

  private static Standing standing(PolicyTest.Before before, Instruments instruments) {
    PolicyTest.Fact tier = before.tier();
    LocalDate exitedOn = before.exitedOn();
    boolean admits = instruments.ladder() != null && instruments.ladder().admit() != null;
    Standing.Place place =
        exitedOn != null
            ? Standing.Place.EXITED
            : tier == null
                ? Standing.Place.NEW
                : tier.value().isMissing() && admits ? Standing.Place.OUTSIDE : Standing.Place.IN;
    Integer misses = before.misses();
    Integer rises = before.rises();
    return new Standing(
        place,
        text(tier),
        text(tier),
        text(before.badge()),
        misses == null ? 0 : misses,
        rises == null ? 0 : rises,
        rises == null ? List.of() : above(text(tier), instruments),
        exitedOn,
        Standing.Protection.NONE,
        null,
        before.held(),
        List.of(),
        null);
  }

  /** Rises were towards any higher tier: a test does not say which. */
  private static List<String> above(String tier, Instruments instruments) {
    List<String> tiers = instruments.tiers();
    return tiers.subList(tiers.indexOf(tier) + 1, tiers.size());
  }

  private static String text(PolicyTest.@Nullable Fact fact) {
    return fact == null || fact.value().isMissing() ? "" : Values.text(fact.value());
  }

  /**
   * Books what was granted in the period before.
   *
   * @param subject in that period
   */
  void grantBefore(Subject subject, Map<String, Fraction> granted, Period period) {
    List<GrantDecision> grants = new ArrayList<>();
    granted.forEach(
        (benefit, yuan) -> grants.add(grant(subject, benefit, Money.rounded(yuan), period)));
    book(
        Booking.entries(
            run(subject.programme(), period), subject.programme().entity(), grants, List.of()));
  }

  private static GrantDecision grant(Subject subject, String benefit, Money amount, Period period) {
    EntityId id = subject.candidate().id();
    String entity = Holders.entity(subject.programme().entity(), id);
    Map<String, String> holders = new HashMap<>(Map.of("entity", entity, "beneficiary", entity));
    String key = subject.programme().id() + "/" + benefit + "/entity=" + entity;
    Grant.Kind kind = Grant.Kind.CREDIT;
    for (Grant grant : subject.instruments().grants()) {
      if (grant.benefit().equals(benefit)) {
        key = Holders.key(grant, subject);
        kind = grant.kind();
        for (String per : countedBy(subject.programme())) {
          holders.put(per, Holders.holder(per, grant, subject));
        }
      }
    }
    return new GrantDecision(
        id,
        subject.candidate().name(),
        benefit,
        kind,
        GrantDecision.Status.ELIGIBLE,
        period.label(),
        amount,
        amount,
        key,
        holders.getOrDefault("beneficiary", entity),
        holders,
        null,
        "",
        null,
        false,
        "");
  }

  /** All that limits of a policy count by. */
  private static Set<String> countedBy(Programme programme) {
    Set<String> counted = new TreeSet<>(Set.of("entity", "beneficiary", "licence"));
    for (Instruments instruments : programme.allInstruments()) {
      counted.addAll(Holders.fieldsOf(instruments.limits()));
      instruments.grants().forEach(grant -> counted.addAll(Holders.fieldsOf(grant.limits())));
    }
    return counted;
  }

  /** Books a statement that leads to that base. */
  void feeBefore(Programme programme, EntityId id, Money base, Period period) {
    if (base.equals(booked(List.of(programme)).feeBase(programme.id(), id))) {
      return;
    }
    FeeStatement statement =
        new FeeStatement(
            id, id.id(), Money.ZERO, base, Money.ZERO, Money.ZERO, Money.ZERO, true, "");
    book(
        Booking.entries(run(programme, period), programme.entity(), List.of(), List.of(statement)));
  }

  /** A step is over and counts. */
  void approve(List<Judgement> judgements, Payments payments, Period period) {
    EntityKind kind = judgements.getLast().input().programme().entity();
    Programme programme = judgements.getLast().input().programme();
    Map<EntityId, Map<String, Money>> granted = new HashMap<>();
    for (GrantDecision grant : payments.grants()) {
      if (grant.period().equals(period.label())) {
        granted
            .computeIfAbsent(grant.id(), id -> new HashMap<>())
            .merge(grant.benefit(), grant.amount(), Money::plus);
      }
    }
    for (Judgement judgement : judgements) {
      for (EntityDecision decision : judgement.decisions()) {
        standings.put(decision.id(), decision.after());
        recorded
            .computeIfAbsent(decision.id(), id -> new ArrayList<>())
            .add(
                Recorded.of(
                    period.last(), decision, granted.getOrDefault(decision.id(), Map.of())));
      }
    }
    Run run = run(programme, period);
    editionsOf.put(
        run.run(), judgements.stream().map(judgement -> judgement.input().programme()).toList());
    book(Booking.entries(run, kind, payments.grants(), payments.fees()));
  }

  private void book(Iterable<Entry> booked) {
    for (Entry entry : booked) {
      entries.add(entry.numbered(entries.size() + 1L));
    }
  }

  private Run run(Programme programme, Period period) {
    runs++;
    editionsOf.put(runs, List.of(programme));
    return new Run(
        runs,
        programme.id(),
        Integer.toString(programme.edition()),
        period,
        period.last(),
        0,
        0,
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
