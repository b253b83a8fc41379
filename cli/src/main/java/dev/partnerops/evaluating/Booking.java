package dev.partnerops.evaluating;

import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.Run;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.Money;
import dev.partnerops.model.ToolException;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.paying.Holders;
import dev.partnerops.programme.Grant;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What an approved run books: an entry for each grant and each statement that changes something
 * (RULES 3).
 */
public final class Booking {

  private Booking() {}

  /** The entries of what a run grants and charges, in that order, each made as it is asked for. */
  public static Iterable<Entry> entries(
      Run run, EntityKind kind, Iterable<GrantDecision> grants, Iterable<FeeStatement> fees) {
    return () ->
        Stream.concat(
                stream(grants).filter(Booking::isBooked).map(each -> grant(run, kind, each)),
                stream(fees).filter(FeeStatement::changes).map(each -> fee(run, kind, each)))
            .iterator();
  }

  private static <T> Stream<T> stream(Iterable<T> each) {
    return StreamSupport.stream(each.spliterator(), false);
  }

  private static boolean isBooked(GrantDecision grant) {
    return grant.status() == GrantDecision.Status.CLAWED_BACK
        || (grant.status() == GrantDecision.Status.ELIGIBLE
            && (grant.kind() == Grant.Kind.SERVICE || grant.amount().signum() != 0));
  }

  private static Entry grant(Run run, EntityKind kind, GrantDecision grant) {
    return new Entry(
        0,
        run.run(),
        grant.isClawBack() ? Entry.CLAWBACK : Entry.GRANT,
        run.programme(),
        grant.benefit(),
        grant.kind().name().toLowerCase(Locale.ROOT),
        grant.key(),
        kind,
        grant.id(),
        grant.beneficiary(),
        grant.period(),
        run.period().last(),
        "budget:" + run.programme() + ":" + grant.benefit(),
        grant.beneficiary(),
        grant.amount(),
        grant.due(),
        null,
        null,
        grant.adjusts(),
        grant.holders(),
        grant.assignee(),
        grant.expiresOn());
  }

  private static Entry fee(Run run, EntityKind kind, FeeStatement fee) {
    String who = Holders.entity(kind, fee.id());
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
        "",
        null);
  }

  /**
   * The entries that take those back: negative, naming them; the original stands for ever (RULES
   * 2).
   */
  public static Iterable<Entry> reversals(Run run, Iterable<Entry> entries) {
    return () -> stream(entries).map(entry -> reversal(run, entry)).iterator();
  }

  private static Entry reversal(Run run, Entry entry) {
    return new Entry(
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
        entry.assignee(),
        null);
  }

  /**
   * Refuses where one entry would be another than was proposed (RULES 3). Both are in the order in
   * which the same code pays.
   */
  public static void requireUnchanged(Run run, Iterable<Entry> proposed, Iterable<Entry> today) {
    Iterator<Entry> before = proposed.iterator();
    Iterator<Entry> now = today.iterator();
    while (before.hasNext() && now.hasNext()) {
      Entry entry = before.next();
      if (!entry.equals(now.next())) {
        throw changed(run, entry);
      }
    }
    Iterator<Entry> left = before.hasNext() ? before : now;
    if (left.hasNext()) {
      throw changed(run, left.next());
    }
  }

  private static ToolException changed(Run run, Entry entry) {
    return new ToolException.Precondition(
        Message.of(
            "evaluating.entries-differ",
            run.run(),
            entry.entity().id(),
            entry.kind().equals(Entry.FEE) ? Entry.FEE : entry.benefit(),
            run.programme(),
            run.period().label()));
  }
}
