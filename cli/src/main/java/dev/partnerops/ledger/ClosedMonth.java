package dev.partnerops.ledger;

import dev.partnerops.model.Period;
import org.jspecify.annotations.Nullable;

/**
 * A calendar month in which nothing is approved, taken back or booked any more (RULES 17).
 *
 * @param by who closed it; absent where nobody was named
 * @param runs approved runs whose period ended in it
 * @param entries ledger entries booked in it
 * @param lastEntry the last entry of the whole ledger at that moment; 0 where there was none
 * @param ledgerHash that entry's hash, over all entries up to it; empty where there was none
 */
public record ClosedMonth(
    Period month, @Nullable String by, int runs, long entries, long lastEntry, String ledgerHash) {

  /** Everything but the clock time, as one text: what the checksum is of. */
  String content() {
    return String.join(
        "\u001f",
        month.label(),
        Texts.of(by),
        Integer.toString(runs),
        Long.toString(entries),
        Long.toString(lastEntry),
        ledgerHash);
  }
}
