package dev.partnerops.evaluating;

import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.Money;
import dev.partnerops.model.ToolException;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.paying.Payments;
import dev.partnerops.programme.Grant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an approved run books: an entry for each grant and each statement that changes something
 * (RULES 3).
 */
final class Booking {

  private Booking() {}

  /** The entries of a run, in the order of its rows. */
  static List<Entry> entries(Run run, EntityKind kind, RunRows rows) {
    List<Entry> entries = new ArrayList<>();
    for (GrantDecision grant : rows.grants()) {
      boolean booked =
          grant.status() == GrantDecision.Status.CLAWED_BACK
              || (grant.status() == GrantDecision.Status.ELIGIBLE
                  && (grant.kind() == Grant.Kind.SERVICE || grant.amount().signum() != 0));
      if (booked) {
        entries.add(grant(run, kind, grant));
      }
    }
    for (FeeStatement fee : rows.fees()) {
      if (fee.changes()) {
        entries.add(fee(run, kind, fee));
      }
    }
    return entries;
  }

  private static Entry grant(Run run, EntityKind kind, GrantDecision grant) {
    return new Entry(
        0,
        run.run(),
        Entry.GRANT,
        run.programme(),
        grant.benefit(),
        grant.kind().name().toLowerCase(Locale.ROOT),
        grant.key(),
        kind,
        grant.id(),
        grant.beneficiary(),
        run.period().label(),
        run.period().last(),
        "budget:" + run.programme() + ":" + grant.benefit(),
        grant.beneficiary(),
        grant.amount(),
        grant.due(),
        null,
        null,
        null,
        grant.holders(),
        grant.assignee());
  }

  private static Entry fee(Run run, EntityKind kind, FeeStatement fee) {
    String who =
        kind.word()
            + ":"
            + fee.id().id()
            + (fee.id().role().isEmpty() ? "" : ":" + fee.id().role());
    return new Entry(
        0,
        run.run(),
        Entry.FEE,
        run.programme(),
        "",
        "",
        String.join("|", run.programme(), "fee", who, run.period().label()),
        kind,
        fee.id(),
        who,
        run.period().label(),
        run.period().last(),
        who,
        "fees:" + run.programme(),
        fee.amount(),
        fee.amount(),
        fee.baseBefore(),
        fee.baseAfter(),
        null,
        Map.of(),
        "");
  }

  /**
   * The entries that take those back: negative, naming them; the original stands for ever (RULES
   * 2).
   */
  static List<Entry> reversals(Run run, List<Entry> entries) {
    List<Entry> reversals = new ArrayList<>();
    for (Entry entry : entries) {
      reversals.add(
          new Entry(
              0,
              run.run(),
              Entry.REVERSAL,
              entry.programme(),
              entry.benefit(),
              entry.benefitKind(),
              entry.key(),
              entry.entityKind(),
              entry.entity(),
              entry.beneficiary(),
              entry.period(),
              entry.lastDay(),
              entry.debitAccount(),
              entry.creditAccount(),
              entry.amount().negate(),
              Money.ZERO,
              entry.baseAfter(),
              entry.baseBefore(),
              entry.entry(),
              entry.holders(),
              entry.assignee()));
    }
    return reversals;
  }

  /** Refuses where today's keys and limits would give another entry than was proposed (RULES 3). */
  static void requireUnchanged(Run run, RunRows proposed, Payments today) {
    Map<String, Money> amounts = new HashMap<>();
    proposed.grants().forEach(grant -> amounts.put(key(grant), grant.amount()));
    for (GrantDecision grant : today.grants()) {
      Money amount = amounts.get(key(grant));
      if (amount == null || !amount.equals(grant.amount())) {
        throw changed(run, grant.id().id(), grant.benefit());
      }
    }
    Map<String, FeeStatement> fees = new HashMap<>();
    proposed.fees().forEach(fee -> fees.put(fee.id().toString(), fee));
    for (FeeStatement fee : today.fees()) {
      FeeStatement before = fees.get(fee.id().toString());
      if (before == null
          || !before.amount().equals(fee.amount())
          || !before.baseBefore().equals(fee.baseBefore())) {
        throw changed(run, fee.id().id(), "fee");
      }
    }
  }

  private static String key(GrantDecision grant) {
    return grant.benefit() + "|" + grant.id() + "|" + grant.status();
  }

  private static ToolException changed(Run run, String entity, String benefit) {
    return new ToolException.Precondition(
        Message.of(
            "evaluating.entries-differ",
            run.run(),
            entity,
            benefit,
            run.programme(),
            run.period().label()));
  }
}
