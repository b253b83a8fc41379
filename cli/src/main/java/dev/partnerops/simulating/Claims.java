package dev.partnerops.simulating;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.paying.GrantDecision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a period claims under limits, before they cut it. */
final class Claims {

  private final List<GrantDecision> grants;
  private final Map<Counted, Sums> known = new HashMap<>();

  /** What a limit counts: a benefit, or all where it is empty, for each holder. */
  private record Counted(String benefit, String per) {}

  private record Sums(Map<String, Money> byHolder, Map<EntityId, String> holders) {}

  Claims(List<GrantDecision> grants) {
    this.grants = grants;
  }

  /** The sum of a holder's claims; of everybody's under the holder {@code ""}. */
  Money of(String benefit, String per, String holder) {
    return sums(benefit, per).byHolder().getOrDefault(holder, Money.ZERO);
  }

  /** For whom an entity claims; empty where it claims nothing. */
  String holder(String benefit, String per, EntityId id) {
    return sums(benefit, per).holders().getOrDefault(id, "");
  }

  private Sums sums(String benefit, String per) {
    return known.computeIfAbsent(new Counted(benefit, per), this::add);
  }

  private Sums add(Counted counted) {
    Sums sums = new Sums(new HashMap<>(), new HashMap<>());
    for (GrantDecision grant : grants) {
      boolean isClaim =
          switch (grant.status()) {
            case ELIGIBLE, EXHAUSTED -> true;
            case INELIGIBLE, ALREADY_GRANTED, CLAWED_BACK -> false;
          };
      boolean counts = counted.benefit().isEmpty() || counted.benefit().equals(grant.benefit());
      if (isClaim && counts) {
        String holder = grant.holders().getOrDefault(counted.per(), "");
        sums.byHolder().merge(holder, grant.due(), Money::plus);
        sums.holders().putIfAbsent(grant.id(), holder);
      }
    }
    return sums;
  }
}
