package dev.partnerops.simulating;

import dev.partnerops.deciding.Subject;
import dev.partnerops.evaluating.Tried;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.paying.Holders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a period claims under limits, before they cut it. */
final class Claims {

  /** {@code per:} of a budget. */
  static final String EVERYBODY = "programme";

  private final List<GrantDecision> grants;
  private final Map<EntityId, Subject> subjects;
  private final Map<Counted, Sums> known = new HashMap<>();

  /** What a limit counts: a benefit, or all where it is empty, for each holder. */
  private record Counted(String benefit, String per) {}

  private record Sums(Map<String, Money> byHolder, Map<EntityId, String> holders) {}

  Claims(Tried tried) {
    this.grants = tried.payments().grants();
    this.subjects = Open.subjectsById(tried);
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
        String holder = holder(grant, counted.per());
        sums.byHolder().merge(holder, grant.due(), Money::plus);
        sums.holders().putIfAbsent(grant.id(), holder);
      }
    }
    return sums;
  }

  /** A claim that a limit left nothing of keeps no holders, and still counts for them. */
  private String holder(GrantDecision claim, String per) {
    Subject subject = subjects.get(claim.id());
    if (subject == null || per.equals(EVERYBODY)) {
      return "";
    }
    return subject.instruments().grants().stream()
        .filter(grant -> grant.benefit().equals(claim.benefit()))
        .findFirst()
        .map(grant -> Holders.holder(per, grant, subject))
        .orElse("");
  }
}
