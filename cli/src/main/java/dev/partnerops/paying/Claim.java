package dev.partnerops.paying;

import dev.partnerops.deciding.Subject;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.programme.Grant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one entity may get of one benefit, while limits are still cutting it. */
final class Claim {

  private final Grant grant;
  private final Subject subject;

  private GrantDecision.Status status = GrantDecision.Status.INELIGIBLE;
  private Money amount = Money.ZERO;
  private Money due = Money.ZERO;
  private String key = "";
  private String assignee = "";
  private String reasons;
  private @Nullable LocalDate arrived;

  private Claim(Grant grant, Subject subject, String reasons) {
    this.grant = grant;
    this.subject = subject;
    this.reasons = reasons;
  }

  static Claim ineligible(Grant grant, Subject subject, String reasons) {
    return new Claim(grant, subject, reasons);
  }

  /** An eligible claim on that much in all. */
  static Claim on(Grant grant, Subject subject, Money due, String reasons) {
    Claim claim = new Claim(grant, subject, reasons);
    claim.status = GrantDecision.Status.ELIGIBLE;
    claim.amount = due;
    claim.due = due;
    claim.key = Holders.key(grant, subject);
    claim.arrived = Arrival.day(subject, null);
    return claim;
  }

  Grant grant() {
    return grant;
  }

  Subject subject() {
    return subject;
  }

  EntityId id() {
    return subject.candidate().id();
  }

  boolean isEligible() {
    return status == GrantDecision.Status.ELIGIBLE;
  }

  Money amount() {
    return amount;
  }

  /** The day its kind of entity arrives on; absent where that is empty. */
  @Nullable LocalDate arrived() {
    return arrived;
  }

  Money due() {
    return due;
  }

  String key() {
    return key;
  }

  String holder(String per) {
    return Holders.holder(per, grant, subject);
  }

  void due(Money whole) {
    due = whole;
  }

  void propose(Money proposed) {
    amount = proposed;
    status =
        proposed.signum() < 0 ? GrantDecision.Status.CLAWED_BACK : GrantDecision.Status.ELIGIBLE;
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
      reasons = reasons.isEmpty() ? why : reasons + "; " + why;
    }
  }

  void assign(String person) {
    assignee = person;
  }

  GrantDecision decision(Set<String> fields) {
    boolean nothing = !isEligible() && status != GrantDecision.Status.CLAWED_BACK;
    return new GrantDecision(
        id(),
        subject.candidate().name(),
        grant.benefit(),
        grant.kind(),
        status,
        amount,
        due,
        key,
        nothing ? "" : Holders.beneficiary(grant, subject),
        nothing ? Map.of() : holders(fields),
        assignee,
        reasons);
  }

  private Map<String, String> holders(Set<String> fields) {
    Map<String, String> holders = new HashMap<>();
    for (String per : Set.of("entity", "beneficiary", "licence")) {
      holders.put(per, holder(per));
    }
    for (String field : fields) {
      holders.put(field, holder(field));
    }
    return Map.copyOf(holders);
  }
}
