package dev.partnerops.paying;

import dev.partnerops.deciding.Finding;
import dev.partnerops.deciding.Judgement;
import dev.partnerops.deciding.Reasons;
import dev.partnerops.deciding.Status;
import dev.partnerops.deciding.Step;
import dev.partnerops.deciding.Subject;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.model.Period;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Fee;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Programme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Reckons what a programme pays and charges after it has been judged (SPEC section 4): each benefit
 * under its own limits, then all under the programme's, then the fees.
 */
public final class Paymaster {

  private final Booked booked;
  private final Period period;
  private final Limits limits;
  private final ClawBacks clawBacks;
  private final Adjustments adjustments;
  private final List<Held> held;
  private final List<Judgement> editions;
  private final Map<String, EntityId> takenKeys = new HashMap<>();
  private final SharedTexts reasons = new SharedTexts();
  private final List<Claim> claims = new ArrayList<>();

  /** A grant of an edition, and whom it is asked about. */
  private record Benefit(Grant grant, List<Payee> payees) {}

  private Paymaster(PayInput input) {
    this.booked = input.booked();
    this.editions =
        input.judgements().stream()
            .sorted(Comparator.comparingInt(each -> each.input().programme().edition()))
            .toList();
    this.period = editions.getFirst().input().evaluation().period();
    this.limits = new Limits(booked, period);
    this.held = input.held();
    this.clawBacks = new ClawBacks(held);
    this.adjustments = new Adjustments(input.earlier(), booked, clawBacks);
  }

  /**
   * Proposals for all editions of one programme, of which there is one at least.
   *
   * @throws dev.partnerops.model.ToolException.Policy as {@code ProgrammeJudge}
   */
  public static Payments pay(PayInput input) {
    return new Paymaster(input).reckon();
  }

  private Payments reckon() {
    Programme newest = editions.getLast().input().programme();
    Set<String> fields = new TreeSet<>(fieldsOf(newest));
    List<Benefit> benefits = new ArrayList<>();
    for (Judgement edition : editions) {
      fields.addAll(fieldsOf(edition.input().programme()));
      benefits.addAll(benefits(edition));
    }
    for (int i = 0; i < benefits.size(); i++) {
      int place = i;
      fields.addAll(Holders.fieldsOf(benefits.get(i).grant().limits()));
      grant(benefits.get(i), earlier -> successor(earlier, benefits) == place);
    }
    takenKeys.clear();
    claims.addAll(adjustments.claims(earlier -> true));
    cutTogether(newest);
    List<GrantDecision> grants = decisions(fields);
    List<FeeStatement> fees = new ArrayList<>();
    Map<EntityId, List<Step>> steps = new LinkedHashMap<>();
    for (Judgement edition : editions) {
      for (Subject subject : edition.subjects()) {
        Fee fee = subject.instruments().fee();
        if (fee != null) {
          Fees.statement(fee, subject, booked).ifPresent(fees::add);
        }
        if (subject.isTraced()) {
          steps.put(subject.candidate().id(), new ArrayList<>(subject.takeSteps()));
        }
      }
    }
    for (Held each : held) {
      Subject subject = each.subject();
      if (subject.isTraced()) {
        steps
            .computeIfAbsent(subject.candidate().id(), id -> new ArrayList<>())
            .addAll(subject.takeSteps());
      }
    }
    return new Payments(grants, fees, steps);
  }

  private static List<String> fieldsOf(Programme edition) {
    return edition.allInstruments().stream()
        .flatMap(instruments -> Holders.fieldsOf(instruments.limits()).stream())
        .toList();
  }

  /**
   * Under the limits over all grants. A segment's own replace those at the top, which come last:
   * they count what the others let through.
   */
  private void cutTogether(Programme newest) {
    List<Grant.Limit> top = newest.instruments().limits();
    Map<List<Grant.Limit>, List<Claim>> byLimits = new LinkedHashMap<>();
    for (Instruments segment : newest.segments().values()) {
      byLimits.put(segment.limits(), new ArrayList<>());
    }
    byLimits.remove(top);
    byLimits.put(top, new ArrayList<>());
    // By the very instruments: all that limits say would be hashed for each claim.
    IdentityHashMap<Instruments, List<Claim>> known = new IdentityHashMap<>();
    for (Claim claim : claims) {
      known
          .computeIfAbsent(
              newest.instrumentsOf(claim.subject().segment()),
              instruments -> Objects.requireNonNull(byLimits.get(instruments.limits())))
          .add(claim);
    }
    List<Claim> before = new ArrayList<>();
    byLimits.forEach((each, own) -> {
      limits.cut(each, "", own, before);
      before.addAll(own);
    });
  }

  /** Each claim is let go as it is decided: a million merchants' would not be held twice. */
  private List<GrantDecision> decisions(Set<String> fields) {
    List<GrantDecision> grants = new ArrayList<>(claims.size());
    Collections.reverse(claims);
    while (!claims.isEmpty()) {
      Claim claim = claims.removeLast();
      tell(claim);
      grants.add(claim.decision(fields, period.last()));
    }
    grants.addAll(clawBacks.decisions());
    return grants;
  }

  /**
   * The grant whose limits a difference of an earlier period's grant is claimed under: the one at
   * its place in the file, else the last of its benefit; -1 where the benefit has ended.
   */
  private static int successor(Grant earlier, List<Benefit> benefits) {
    int last = -1;
    int inPlace = -1;
    for (int i = 0; i < benefits.size(); i++) {
      Grant grant = benefits.get(i).grant();
      if (grant.benefit().equals(earlier.benefit())) {
        last = i;
        inPlace = grant.clause().path().equals(earlier.clause().path()) ? i : inPlace;
      }
    }
    return inPlace < 0 ? last : inPlace;
  }

  /** The grants of an edition in the order of the file. */
  private static List<Benefit> benefits(Judgement edition) {
    Map<Clause, Benefit> benefits = new LinkedHashMap<>();
    edition.input().programme().allInstruments().stream()
        .flatMap(instruments -> instruments.grants().stream())
        .sorted(Comparator.comparingInt(grant -> grant.clause().line()))
        .forEach(
            grant -> benefits.putIfAbsent(grant.clause(), new Benefit(grant, new ArrayList<>())));
    // A clause is told from others by all it says, which is much to ask for each entity.
    IdentityHashMap<Grant, Benefit> known = new IdentityHashMap<>();
    for (Payee payee : Payee.all(edition.subjects())) {
      for (Grant grant : payee.subject().instruments().grants()) {
        known
            .computeIfAbsent(grant, each -> Objects.requireNonNull(benefits.get(each.clause())))
            .payees()
            .add(payee);
      }
    }
    return List.copyOf(benefits.values());
  }

  private void grant(Benefit benefit, Predicate<Grant> earlierOnes) {
    Grant grant = benefit.grant();
    List<Claim> earlier =
        claims.stream().filter(each -> each.grant().benefit().equals(grant.benefit())).toList();
    List<Claim> own = new ArrayList<>(benefit.payees().size());
    for (Payee payee : benefit.payees()) {
      own.add(claim(grant, payee));
    }
    List<Claim> inOrder =
        new ArrayList<>(
            own.stream()
                .filter(Claim::isEligible)
                .sorted(Comparator.comparingInt(Claim::turn))
                .toList());
    inOrder.forEach(this::settleKey);
    assign(grant, inOrder);
    List<Claim> again = adjustments.claims(earlierOnes);
    inOrder.addAll(again);
    limits.cut(grant.limits(), grant.benefit(), inOrder, earlier);
    own.forEach(Paymaster::tell);
    claims.addAll(own);
    claims.addAll(again);
  }

  /** Tells later clauses what its own period grants. */
  private static void tell(Claim claim) {
    if (!claim.isAgain()) {
      claim.subject().grant(claim.grant().benefit(), claim.amount());
    }
  }

  private Claim claim(Grant grant, Payee payee) {
    Subject subject = payee.subject();
    if (subject.status() == Status.NOT_RATED) {
      return Claim.ineligible(grant, payee, subject.whyNotRated());
    }
    Condition eligible = grant.eligible();
    String why = "";
    if (eligible != null) {
      Finding finding = subject.note(subject.judge(eligible));
      why = reasons.shared(Reasons.of(finding));
      if (!finding.holds()) {
        return Claim.ineligible(grant, payee, why);
      }
    }
    String key = Holders.key(grant, subject);
    Optional<Money> due = Dues.due(grant, subject, key, booked, clawBacks);
    return due.isEmpty()
        ? Claim.ineligible(grant, payee, grant.clause().path() + ".amount missing")
        : Claim.on(grant, payee, key, due.get(), why);
  }

  /** Due less booked (RULES 3); of two under one key the first by arrival gets it (RULES 46). */
  private void settleKey(Claim claim) {
    EntityId first = takenKeys.putIfAbsent(claim.key(), claim.id());
    if (first != null) {
      claim.standsInTheWay(Holders.entity(claim.subject().programme().entity(), first));
      return;
    }
    adjustments.isReckoned(claim);
    BookedGrant before = booked.findGrant(claim.key()).orElse(null);
    if (before == null) {
      claim.propose(claim.due());
      return;
    }
    if (before.clawedBackBy() != null || clawBacks.takes(claim.key())) {
      claim.isClawedBack(before);
      return;
    }
    boolean differs =
        claim.grant().isReckonedAgain() && claim.settle(before.sum(), before.due(), before.entry());
    if (!differs) {
      claim.due(before.due());
      claim.standsInTheWay("entry " + before.entry());
    }
  }

  /** To whoever holds fewest open ones, then in the order of the list. */
  private void assign(Grant grant, List<Claim> inOrder) {
    if (grant.assign().isEmpty()) {
      return;
    }
    Map<String, Integer> open = new LinkedHashMap<>();
    for (String person : grant.assign()) {
      open.put(person, -1);
    }
    inOrder.stream()
        .filter(Claim::isEligible)
        .forEach(claim -> {
          open.replaceAll((person, count) ->
              count >= 0
                  ? count
                  : booked.openServices(claim.subject().programme().id(), grant.benefit(), person));
          String least =
              open.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
          open.merge(least, 1, Integer::sum);
          claim.assign(least);
        });
  }
}
