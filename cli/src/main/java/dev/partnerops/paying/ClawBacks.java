package dev.partnerops.paying;

import dev.partnerops.deciding.Finding;
import dev.partnerops.deciding.Reasons;
import dev.partnerops.deciding.Subject;
import dev.partnerops.model.Money;
import dev.partnerops.programme.Grant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is taken back of what is held: all that stands under the key, once (RULES 21). Judged before
 * anything is granted, so that this run pays nothing more under such a key.
 */
final class ClawBacks {

  private final List<GrantDecision> decisions = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private final Map<Taken, Money> taken = new HashMap<>();

  private record Taken(String benefit, String entity) {}

  /** Judges what is held, in its order. */
  ClawBacks(List<Held> held) {
    for (Held each : held) {
      Grant.ClawBack terms = each.grant().clawBack();
      if (terms == null) {
        throw new IllegalStateException(each.grant().benefit() + " is never clawed back");
      }
      Subject subject = each.subject();
      Finding finding = subject.note(subject.judge(terms.when()));
      if (finding.isMet() && keys.add(each.holding().key())) {
        Holding holding = each.holding();
        decisions.add(decision(holding, subject.candidate().name(), Reasons.of(finding)));
        String entity = holding.holders().getOrDefault("entity", "");
        taken.merge(new Taken(holding.benefit(), entity), holding.sum(), Money::plus);
      }
    }
  }

  private static GrantDecision decision(Holding holding, String name, String why) {
    String entry = "entry " + holding.entry();
    return new GrantDecision(
        holding.id(),
        name,
        holding.benefit(),
        holding.kind(),
        GrantDecision.Status.CLAWED_BACK,
        holding.period(),
        holding.sum().negate(),
        Money.ZERO,
        holding.key(),
        holding.beneficiary(),
        holding.holders(),
        holding.entry(),
        holding.assignee(),
        null,
        true,
        why.isEmpty() ? entry : why + "; " + entry);
  }

  /** Whether this run takes back what stands under the key. */
  boolean takes(String key) {
    return keys.contains(key);
  }

  /** What this run takes back from that entity of a benefit. */
  Money taken(String benefit, String entity) {
    return taken.getOrDefault(new Taken(benefit, entity), Money.ZERO);
  }

  List<GrantDecision> decisions() {
    return decisions;
  }
}
