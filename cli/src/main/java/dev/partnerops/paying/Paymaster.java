package dev.partnerops.paying;

import dev.partnerops.deciding.Finding;
import dev.partnerops.deciding.Judgement;
import dev.partnerops.deciding.Reasons;
import dev.partnerops.deciding.Status;
import dev.partnerops.deciding.Step;
import dev.partnerops.deciding.Subject;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Fee;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Programme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reckons what a programme pays and charges after it has been judged (SPEC section 4): each benefit
 * under its own limits, then all under the programme's, then the fees.
 */
public final class Paymaster {

  private final Booked booked;
  private final Map<String, EntityId> takenKeys = new LinkedHashMap<>();
  private final List<Claim> claims = new ArrayList<>();

  private Paymaster(Booked booked) {
    this.booked = booked;
  }

  /**
   * Proposals for all editions of one programme.
   *
   * @throws dev.partnerops.model.ToolException.Policy as {@code ProgrammeJudge}
   */
  public static Payments pay(PayInput input) {
    return new Paymaster(input.booked()).reckon(input.judgements());
  }

  private Payments reckon(List<Judgement> judgements) {
    List<Judgement> editions =
        judgements.stream()
            .sorted(Comparator.comparingInt(each -> each.input().programme().edition()))
            .toList();
    Limits limits = new Limits(booked);
    Set<String> fields = new TreeSet<>();
    for (Judgement edition : editions) {
      fields.addAll(Holders.fieldsOf(edition.input().programme().limits()));
      for (Map.Entry<Grant, List<Subject>> benefit : benefits(edition).entrySet()) {
        fields.addAll(Holders.fieldsOf(benefit.getKey().limits()));
        grant(benefit.getKey(), benefit.getValue(), limits);
      }
    }
    if (!editions.isEmpty()) {
      Programme newest = editions.getLast().input().programme();
      limits.cut(newest.limits(), "", claims, List.of());
    }
    List<GrantDecision> grants = new ArrayList<>(claims.size());
    for (Claim claim : claims) {
      claim.subject().grant(claim.grant().benefit(), claim.amount());
      grants.add(claim.decision(fields));
    }
    List<FeeStatement> fees = new ArrayList<>();
    Map<EntityId, List<Step>> steps = new LinkedHashMap<>();
    for (Judgement edition : editions) {
      for (Subject subject : edition.subjects()) {
        Fee fee = subject.instruments().fee();
        if (fee != null) {
          Fees.statement(fee, subject, booked).ifPresent(fees::add);
        }
        if (subject.isTraced()) {
          steps.put(subject.candidate().id(), subject.takeSteps());
        }
      }
    }
    return new Payments(grants, fees, steps);
  }

  /** Whom each grant of an edition is asked about, in the order of the file. */
  private static Map<Grant, List<Subject>> benefits(Judgement edition) {
    Map<Clause, Grant> grants = new LinkedHashMap<>();
    Map<Clause, List<Subject>> asked = new LinkedHashMap<>();
    for (Subject subject : edition.subjects()) {
      for (Grant grant : subject.instruments().grants()) {
        grants.put(grant.clause(), grant);
        asked.computeIfAbsent(grant.clause(), clause -> new ArrayList<>()).add(subject);
      }
    }
    Map<Grant, List<Subject>> inOrder = new LinkedHashMap<>();
    grants.values().stream()
        .sorted(Comparator.comparingInt(grant -> grant.clause().line()))
        .forEach(grant -> inOrder.put(grant, asked.getOrDefault(grant.clause(), List.of())));
    return inOrder;
  }

  private void grant(Grant grant, List<Subject> subjects, Limits limits) {
    List<Claim> earlier =
        claims.stream().filter(each -> each.grant().benefit().equals(grant.benefit())).toList();
    List<Claim> own = new ArrayList<>(subjects.size());
    for (Subject subject : subjects) {
      own.add(claim(grant, subject));
    }
    List<Claim> inOrder = own.stream().filter(Claim::isEligible).sorted(Arrival.by(null)).toList();
    inOrder.forEach(this::settleKey);
    assign(grant, inOrder);
    limits.cut(grant.limits(), grant.benefit(), inOrder, earlier);
    for (Claim claim : own) {
      claim.subject().grant(grant.benefit(), claim.amount());
    }
    claims.addAll(own);
  }

  private Claim claim(Grant grant, Subject subject) {
    if (subject.status() == Status.NOT_RATED) {
      return Claim.ineligible(grant, subject, subject.whyNotRated());
    }
    Condition eligible = grant.eligible();
    String reasons = "";
    if (eligible != null) {
      Finding finding = subject.note(subject.judge(eligible));
      reasons = Reasons.of(finding);
      if (!finding.holds()) {
        return Claim.ineligible(grant, subject, reasons);
      }
    }
    Optional<Money> due = Dues.due(grant, subject, booked);
    return due.isEmpty()
        ? Claim.ineligible(grant, subject, grant.clause().path() + ".amount missing")
        : Claim.on(grant, subject, due.get(), reasons);
  }

  /** Due less booked (RULES 3); of two under one key the first by arrival gets it (RULES 46). */
  private void settleKey(Claim claim) {
    EntityId first = takenKeys.putIfAbsent(claim.key(), claim.id());
    if (first != null) {
      claim.standsInTheWay(Holders.entity(claim.subject().programme().entity(), first));
      return;
    }
    BookedGrant before = booked.findGrant(claim.key()).orElse(null);
    if (before == null) {
      claim.propose(claim.due());
      return;
    }
    boolean fixed =
        claim.grant().amount() == null || claim.grant().amount() instanceof Grant.Amount.Fixed;
    Money due = claim.due();
    if (!fixed && due.compareTo(before.due()) > 0) {
      claim.propose(due.minus(before.due()));
    } else if (!fixed && due.compareTo(before.sum()) < 0) {
      claim.propose(due.minus(before.sum()));
    } else {
      claim.due(before.due());
      claim.standsInTheWay(before.entry());
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
