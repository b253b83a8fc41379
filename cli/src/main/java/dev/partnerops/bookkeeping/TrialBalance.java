package dev.partnerops.bookkeeping;

import dev.partnerops.ledger.Entry;
import dev.partnerops.model.Message;
import dev.partnerops.model.Money;
import dev.partnerops.model.ToolException;

/**
 * Whether the two sides of the ledger agree: what partners got less what they paid, by the kinds of
 * entries, is what left budgets less what came in as fees, by the accounts of entries.
 */
final class TrialBalance {

  private Money toPartners = Money.ZERO;
  private Money fromAccounts = Money.ZERO;

  void add(Entry entry) {
    toPartners = toPartners.plus(Sums.toPartner(entry));
    if (isOurs(entry, entry.debitAccount())) {
      fromAccounts = fromAccounts.plus(entry.amount());
    }
    if (isOurs(entry, entry.creditAccount())) {
      fromAccounts = fromAccounts.minus(entry.amount());
    }
  }

  private static boolean isOurs(Entry entry, String account) {
    return account.equals("budget:" + entry.programme() + ":" + entry.benefit())
        || account.equals("fees:" + entry.programme());
  }

  /** Refuses a ledger whose sides differ. */
  void requireEven() {
    if (!toPartners.equals(fromAccounts)) {
      throw new ToolException.StoreDamaged(
          Message.of("bookkeeping.uneven", toPartners, fromAccounts));
    }
  }
}
