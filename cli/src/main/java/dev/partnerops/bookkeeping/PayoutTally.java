package dev.partnerops.bookkeeping;

import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.Payout;
import dev.partnerops.model.Money;
import dev.partnerops.model.Sha256;
import dev.partnerops.output.Column;
import dev.partnerops.output.CsvLines;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The csv of one payout file, line by line, and what it comes to. The same entries give the same
 * bytes, whenever they are asked for: no clock time is in them (RULES 22).
 */
final class PayoutTally {

  private static final List<Column> COLUMNS =
      List.of(
          Column.count("payout"),
          Column.count("entry"),
          Column.text("beneficiary"),
          Column.text("programme"),
          Column.text("benefit"),
          Column.text("kind"),
          Column.text("entity_id"),
          Column.text("role"),
          Column.text("period"),
          Column.text("booked_month"),
          Column.money("amount"),
          Column.count("names_entry"),
          Column.text("assignee"),
          Column.day("expires_on"));

  private final long payout;
  private final CsvLines lines = new CsvLines(COLUMNS);
  private final MessageDigest digest = Sha256.start();
  private long entries;
  private long firstEntry;
  private long lastEntry;
  private Money amount = Money.ZERO;

  PayoutTally(long payout) {
    this.payout = payout;
  }

  /** The first line. */
  byte[] head() {
    return digested(lines.head());
  }

  /** The line of an entry. */
  byte[] add(Entry entry) {
    firstEntry = entries == 0 ? entry.entry() : firstEntry;
    lastEntry = entry.entry();
    entries++;
    amount = amount.plus(entry.amount());
    return digested(lines.line(row(entry)));
  }

  private List<@Nullable Object> row(Entry entry) {
    return Arrays.<@Nullable Object>asList(
        payout,
        entry.entry(),
        entry.beneficiary(),
        entry.programme(),
        entry.benefit(),
        entry.kind(),
        entry.entity().id(),
        entry.entity().role(),
        entry.period(),
        entry.month(),
        entry.amount(),
        entry.names(),
        entry.assignee(),
        entry.expiresOn());
  }

  private byte[] digested(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    digest.update(bytes);
    return bytes;
  }

  /** What all lines come to; ends the tally. */
  Content end() {
    return new Content(firstEntry, lastEntry, entries, amount, Sha256.hex(digest));
  }

  /** What a payout file holds, without who gets it. */
  record Content(long firstEntry, long lastEntry, long entries, Money amount, String digest) {

    /** Whether it is what the store says of the file. */
    boolean isOf(Payout payout) {
      return equals(
          new Content(
              payout.firstEntry(),
              payout.lastEntry(),
              payout.entries(),
              payout.amount(),
              payout.digest()));
    }
  }
}
