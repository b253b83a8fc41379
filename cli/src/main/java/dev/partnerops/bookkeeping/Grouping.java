package dev.partnerops.bookkeeping;

import java.util.Locale;

/** What {@code ledger balance} adds up by. */
enum Grouping {
  ACCOUNT,
  PROGRAMME,
  BENEFIT,
  ENTITY,
  BENEFICIARY,
  BUDGET;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
