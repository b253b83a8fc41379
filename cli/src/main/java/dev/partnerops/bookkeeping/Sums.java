package dev.partnerops.bookkeeping;

import dev.partnerops.ledger.Entry;
import dev.partnerops.model.Money;
import dev.partnerops.output.Column;
import java.util.List;

/**
 * What some entries add up to. All but fees is money to partners, fees are money from them: {@code
 * balance} is {@code granted + adjusted + clawed_back + reversed - fees}.
 */
final class Sums {

  /** Entries of {@code claw_back:}; negative. */
  private static final String CLAWBACK = EntryKind.CLAWBACK.toString();

  static final List<Column> COLUMNS =
      List.of(
          Column.count("entries"),
          Column.money("granted"),
          Column.money("adjusted"),
          Column.money("clawed_back"),
          Column.money("fees"),
          Column.money("reversed"),
          Column.money("balance"));

  private long entries;
  private Money granted = Money.ZERO;
  private Money adjusted = Money.ZERO;
  private Money clawedBack = Money.ZERO;
  private Money fees = Money.ZERO;
  private Money reversed = Money.ZERO;

  void add(Entry entry) {
    entries++;
    if (entry.kind().equals(Entry.REVERSAL)) {
      reversed = reversed.plus(toPartner(entry));
    } else if (entry.kind().equals(Entry.FEE)) {
      fees = fees.plus(entry.amount());
    } else if (entry.kind().equals(CLAWBACK)) {
      clawedBack = clawedBack.plus(entry.amount());
    } else if (entry.names() != null) {
      adjusted = adjusted.plus(entry.amount());
    } else {
      granted = granted.plus(entry.amount());
    }
  }

  /** What a partner gets by an entry; negative where it pays. */
  static Money toPartner(Entry entry) {
    return entry.benefit().isEmpty() ? entry.amount().negate() : entry.amount();
  }

  Money balance() {
    return granted.plus(adjusted).plus(clawedBack).plus(reversed).minus(fees);
  }

  List<Object> cells() {
    return List.of(entries, granted, adjusted, clawedBack, fees, reversed, balance());
  }
}
