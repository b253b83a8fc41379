package dev.partnerops.simulating;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Judgement;
import dev.partnerops.evaluating.Tried;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.model.Period;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Instruments;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one policy came to in one period.
 *
 * @param byEntity those it judged
 */
record Outcomes(Period period, Map<EntityId, Outcome> byEntity) {

  static Outcomes of(Tried tried) {
    Map<EntityId, Map<String, Money>> granted = new HashMap<>();
    Map<EntityId, Integer> services = new HashMap<>();
    for (GrantDecision grant : tried.payments().grants()) {
      switch (grant.status()) {
        case ELIGIBLE, CLAWED_BACK -> {
          boolean isService = grant.kind() == Grant.Kind.SERVICE;
          // A rate of nothing is eligible, and books nothing.
          if (isService || grant.amount().signum() != 0) {
            granted
                .computeIfAbsent(grant.id(), id -> new HashMap<>())
                .merge(grant.benefit(), grant.amount(), Money::plus);
            services.merge(grant.id(), isService ? 1 : 0, Integer::sum);
          }
        }
        case INELIGIBLE, ALREADY_GRANTED, EXHAUSTED -> {}
      }
    }
    Map<EntityId, Money> fees = new HashMap<>();
    for (FeeStatement fee : tried.payments().fees()) {
      fees.put(fee.id(), fee.amount());
    }
    Map<EntityId, Outcome> byEntity = new LinkedHashMap<>();
    IdentityHashMap<Instruments, Order> orders = new IdentityHashMap<>();
    for (Judgement judgement : tried.judgements()) {
      for (EntityDecision decision : judgement.decisions()) {
        Instruments instruments = judgement.input().programme().instrumentsOf(decision.segment());
        byEntity.put(
            decision.id(),
            new Outcome(
                decision.id(),
                decision.name(),
                orders.computeIfAbsent(instruments, each -> new Order(each.tiers(), each.badges())),
                decision.tierAfter(),
                decision.badge(),
                decision.score(),
                granted.getOrDefault(decision.id(), Map.of()),
                services.getOrDefault(decision.id(), 0),
                fees.get(decision.id()),
                decision.action()));
      }
    }
    return new Outcomes(tried.period(), byEntity);
  }
}
