package dev.partnerops.bookkeeping;

import dev.partnerops.ledger.Entry;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Message;
import dev.partnerops.model.Money;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was booked on either side of each account, and {@code balance}: credit less debit. What is
 * taken back is negative on the side it was booked on.
 */
final class AccountBalances {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("account"),
          Column.money("debit"),
          Column.money("credit"),
          Column.money("balance"));

  private AccountBalances() {}

  private record Sides(Money debit, Money credit) {

    static final Sides NONE = new Sides(Money.ZERO, Money.ZERO);

    Sides plus(Sides other) {
      return new Sides(debit.plus(other.debit), credit.plus(other.credit));
    }
  }

  static ResultTable of(Iterable<Entry> entries) {
    SortedMap<String, Sides> accounts = new TreeMap<>(EntityId::compareBytes);
    TrialBalance trial = new TrialBalance();
    for (Entry entry : entries) {
      Money amount = entry.amount();
      accounts.merge(entry.debitAccount(), new Sides(amount, Money.ZERO), Sides::plus);
      accounts.merge(entry.creditAccount(), new Sides(Money.ZERO, amount), Sides::plus);
      trial.add(entry);
    }
    trial.requireEven();
    Sides all = accounts.values().stream().reduce(Sides.NONE, Sides::plus);
    if (!all.debit().equals(all.credit())) {
      throw new ToolException.StoreDamaged(
          Message.of("bookkeeping.uneven", all.debit(), all.credit()));
    }
    return new ResultTable(
        COLUMNS, accounts.entrySet().stream().map(AccountBalances::row).toList());
  }

  private static List<Object> row(Map.Entry<String, Sides> account) {
    Sides sides = account.getValue();
    return List.of(
        account.getKey(), sides.debit(), sides.credit(), sides.credit().minus(sides.debit()));
  }
}
