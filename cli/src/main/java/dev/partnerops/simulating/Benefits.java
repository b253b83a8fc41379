package dev.partnerops.simulating;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who loses and who gains a benefit, or the reduced fee. Lost is what the period before granted, or
 * what is due as it stands; gained is what neither did, or where there is no period before, what is
 * not due as it stands. What was granted for good is not lost.
 */
final class Benefits {

  private final Open open;
  private final Map<EntityId, EntityDecision> decisions;
  private final List<Finding> found = new ArrayList<>();

  private record Key(EntityId id, String benefit) {}

  private Benefits(Open open) {
    this.open = open;
    this.decisions = Open.decisionsById(open.later());
  }

  static List<Finding> of(Open open) {
    Benefits benefits = new Benefits(open);
    benefits.addGrants();
    benefits.addFees();
    return benefits.found;
  }

  private void addGrants() {
    Map<Key, GrantDecision> before = byKey(open.grantsBefore());
    Map<Key, GrantDecision> now = byKey(open.now().payments().grants());
    for (GrantDecision later : open.later().payments().grants()) {
      Key key = new Key(later.id(), later.benefit());
      GrantDecision was = before.get(key);
      GrantDecision is = now.get(key);
      boolean held = isDue(was) || isDue(is);
      boolean known = open.isFirst() ? isDue(is) : isDue(was);
      String note = later.benefit() + ": " + later.reasons();
      switch (later.status()) {
        case INELIGIBLE, EXHAUSTED -> {
          if (held) {
            add(
                Finding.Kind.OUT_OF_BENEFIT,
                later.id(),
                isDue(is) ? amount(is) : amount(was),
                later.amount(),
                note);
          }
        }
        case ELIGIBLE -> {
          if (!known) {
            add(Finding.Kind.INTO_BENEFIT, later.id(), amount(is), later.amount(), note);
          }
        }
        case ALREADY_GRANTED, CLAWED_BACK -> {}
      }
    }
  }

  private static Map<Key, GrantDecision> byKey(List<GrantDecision> grants) {
    Map<Key, GrantDecision> byKey = new HashMap<>();
    for (GrantDecision grant : grants) {
      // A benefit may stand in several clauses: what is due counts.
      byKey.merge(
          new Key(grant.id(), grant.benefit()), grant, (one, other) -> isDue(one) ? one : other);
    }
    return byKey;
  }

  private static boolean isDue(@Nullable GrantDecision grant) {
    return grant != null && grant.status() == GrantDecision.Status.ELIGIBLE;
  }

  private static Money amount(@Nullable GrantDecision grant) {
    return grant == null ? Money.ZERO : grant.amount();
  }

  private void addFees() {
    Map<EntityId, FeeStatement> before = feesById(open.feesBefore());
    Map<EntityId, FeeStatement> now = feesById(open.now().payments().fees());
    for (FeeStatement later : open.later().payments().fees()) {
      FeeStatement was = before.get(later.id());
      FeeStatement is = now.get(later.id());
      boolean held = isReduced(was) || isReduced(is);
      boolean known = open.isFirst() ? isReduced(is) : isReduced(was);
      if (held && !later.reduced()) {
        addFee(Finding.Kind.OUT_OF_BENEFIT, is, later);
      } else if (later.reduced() && !known) {
        addFee(Finding.Kind.INTO_BENEFIT, is, later);
      }
    }
  }

  private void addFee(Finding.Kind kind, @Nullable FeeStatement is, FeeStatement later) {
    add(
        kind,
        later.id(),
        is == null ? Money.ZERO : is.saved(),
        later.saved(),
        "fee: " + later.reasons());
  }

  private static Map<EntityId, FeeStatement> feesById(List<FeeStatement> fees) {
    Map<EntityId, FeeStatement> byId = new HashMap<>();
    fees.forEach(fee -> byId.put(fee.id(), fee));
    return byId;
  }

  private static boolean isReduced(@Nullable FeeStatement fee) {
    return fee != null && fee.reduced();
  }

  private void add(Finding.Kind kind, EntityId id, Money now, Money later, String note) {
    EntityDecision decision = decisions.get(id);
    found.add(
        new Finding(
            kind,
            id,
            decision == null ? "" : decision.segment(),
            decision == null ? "" : decision.name(),
            now.yuan().round(2),
            later.yuan().round(2),
            null,
            null,
            note));
  }
}
