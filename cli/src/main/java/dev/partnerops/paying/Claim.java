package dev.partnerops.paying;

import dev.partnerops.deciding.Subject;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.model.Period;
import dev.partnerops.programme.Grant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one entity may get of one benefit, while limits are still cutting it. */
final class Claim {

  private final Grant grant;
  private final Payee payee;

  private GrantDecision.Status status = GrantDecision.Status.INELIGIBLE;
  private Money amount = Money.ZERO;
  private Money due = Money.ZERO;
  private String key = "";
  private String assignee = "";
  private String reasons;
  private @Nullable Long adjusts;
  private @Nullable GrantDecision original;

  private Claim(Grant grant, Payee payee, String reasons) {
    this.grant = grant;
    this.payee = payee;
    this.reasons = reasons;
  }

  static Claim ineligible(Grant grant, Payee payee, String reasons) {
    return new Claim(grant, payee, reasons);
  }

  /** An eligible claim on that much in all. */
  static Claim on(Grant grant, Payee payee, String key, Money due, String reasons) {
    Claim claim = new Claim(grant, payee, reasons);
    claim.status = GrantDecision.Status.ELIGIBLE;
    claim.amount = due;
    claim.due = due;
    claim.key = key;
    return claim;
  }

  /** What an earlier period granted, reckoned again: a key keeps whom it was booked for. */
  static Claim again(Grant grant, Payee payee, GrantDecision original, Money due) {
    Claim claim = on(grant, payee, original.key(), due, "");
    claim.original = original;
    return claim;
  }

  Grant grant() {
    return grant;
  }

  Subject subject() {
    return payee.subject();
  }

  /** The period it is for. */
  Period period() {
    return subject().input().evaluation().period();
  }

  /** Whether it is of an earlier period. */
  boolean isAgain() {
    return original != null;
  }

  EntityId id() {
    return subject().candidate().id();
  }

  boolean isEligible() {
    return status == GrantDecision.Status.ELIGIBLE;
  }

  Money amount() {
    return amount;
  }

  /** The day its kind of entity arrives on; absent where that is empty. */
  @Nullable LocalDate arrived() {
    return payee.arrived();
  }

  /** Its turn among the claims on one grant in one run. */
  int turn() {
    return payee.turn();
  }

  Money due() {
    return due;
  }

  String key() {
    return key;
  }

  String holder(String per) {
    String known = original == null ? null : original.holders().get(per);
    return known == null ? payee.holder(per, grant) : known;
  }

  void due(Money whole) {
    due = whole;
  }

  void propose(Money proposed) {
    amount = proposed;
    status =
        proposed.signum() < 0 ? GrantDecision.Status.CLAWED_BACK : GrantDecision.Status.ELIGIBLE;
  }

  /**
   * Proposes what is due less what is booked under its key; what a limit had cut falls only below
   * what was booked (RULES 3). False where nothing differs.
   *
   * @param lastDue what was due when the key was last reckoned, before limits cut it
   * @param entry the original; absent where nothing was booked
   */
  boolean settle(Money booked, Money lastDue, @Nullable Long entry) {
    if (due.compareTo(lastDue) > 0) {
      differ(" > ", lastDue, entry);
      return true;
    }
    if (due.compareTo(booked) < 0) {
      differ(" < ", booked, entry);
      return true;
    }
    return false;
  }

  private void differ(String how, Money from, @Nullable Long entry) {
    propose(due.minus(from));
    adjusts = entry;
    String original = isAgain() ? period().label() + " " : "";
    String named = entry == null ? "" : "entry " + entry + " ";
    String why = grant.clause().path() + ".amount " + original + named + due + how + from;
    reasons = joined(reasons, why);
  }

  /** Its key was clawed back, and pays nothing any more. */
  void isClawedBack(BookedGrant before) {
    String way = "entry " + before.entry();
    Long by = before.clawedBackBy();
    standsInTheWay(
        by == null ? way : way + "; " + grant.clause().path() + ".claw_back entry " + by);
  }

  void standsInTheWay(String what) {
    amount = Money.ZERO;
    status = GrantDecision.Status.ALREADY_GRANTED;
    reasons = grant.clause().path() + ".once_per " + what;
  }

  /** A limit leaves that much of it. */
  void cut(Money left, String why) {
    amount = left;
    if (left.signum() == 0) {
      status = GrantDecision.Status.EXHAUSTED;
      reasons = why;
    } else {
      reasons = joined(reasons, why);
    }
  }

  void assign(String person) {
    assignee = person;
  }

  /**
   * What it came to.
   *
   * @param bookedOn the last day of the run's period, from which a grant's life may count
   */
  GrantDecision decision(Set<String> fields, LocalDate bookedOn) {
    boolean nothing = !isEligible() && status != GrantDecision.Status.CLAWED_BACK;
    return new GrantDecision(
        id(),
        subject().candidate().name(),
        grant.benefit(),
        grant.kind(),
        status,
        period().label(),
        amount,
        due,
        key,
        nothing ? "" : holder("beneficiary"),
        nothing ? Map.of() : holders(fields),
        adjusts,
        assignee,
        expiresOn(bookedOn),
        false,
        reasons);
  }

  /**
   * Whatever is booked lives from its own booking on; of a field that is empty nothing is known.
   */
  private @Nullable LocalDate expiresOn(LocalDate bookedOn) {
    Grant.Expiry expires = grant.expires();
    boolean isGranted = isEligible() && (amount.signum() > 0 || grant.kind() == Grant.Kind.SERVICE);
    if (expires == null || !isGranted) {
      return null;
    }
    String from = expires.from();
    LocalDate counted = from == null ? bookedOn : Arrival.day(subject(), from);
    return counted == null ? null : expires.on(counted);
  }

  private static String joined(String before, String more) {
    return before.isEmpty() ? more : before + "; " + more;
  }

  /** A key keeps whom it was booked for. */
  private Map<String, String> holders(Set<String> fields) {
    if (original == null) {
      return payee.holders(grant, fields);
    }
    Map<String, String> holders = new HashMap<>(payee.holders(grant, fields));
    holders.replaceAll((per, today) -> holder(per));
    return Map.copyOf(holders);
  }
}
