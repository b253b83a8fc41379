package dev.partnerops.ledger;

import static dev.partnerops.sql.Tables.PAYOUT;
import static dev.partnerops.sql.Tables.PAYOUT_PLACED;

import dev.partnerops.model.Money;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Payout files in the store (RULES 2, 21): a row when one is published, another when it has its
 * name. Nothing is published here: the command does that after each.
 */
public final class PayoutStore {

  private final DSLContext sql;

  public PayoutStore(DSLContext sql) {
    this.sql = sql;
  }

  /** All there are, by number. */
  public Payouts read() {
    return new Payouts(sql.selectFrom(PAYOUT).orderBy(PAYOUT.PAYOUT_).fetch(PayoutStore::payout));
  }

  /** Those whose making was cut short before they had their names, by number. */
  public List<Payout> unplaced() {
    Set<Long> placed =
        new HashSet<>(
            sql.select(PAYOUT_PLACED.PAYOUT).from(PAYOUT_PLACED).fetch(PAYOUT_PLACED.PAYOUT));
    return read().all().stream().filter(payout -> !placed.contains(payout.payout())).toList();
  }

  private static Payout payout(Record row) {
    return new Payout(
        row.get(PAYOUT.PAYOUT_),
        row.get(PAYOUT.PROGRAMME),
        row.get(PAYOUT.KIND),
        row.get(PAYOUT.AFTER_ENTRY),
        row.get(PAYOUT.FIRST_ENTRY),
        row.get(PAYOUT.LAST_ENTRY),
        row.get(PAYOUT.ENTRIES),
        row.get(PAYOUT.BENEFICIARIES),
        new Money(row.get(PAYOUT.FEN)),
        row.get(PAYOUT.DIGEST),
        row.get(PAYOUT.MANIFEST_DIGEST),
        row.get(PAYOUT.PERSON));
  }

  /** From now on its entries are in a payout file and are exported by no other. */
  public void insert(Payout payout, OffsetDateTime now) {
    sql.insertInto(PAYOUT)
        .set(PAYOUT.PAYOUT_, payout.payout())
        .set(PAYOUT.PROGRAMME, payout.programme())
        .set(PAYOUT.KIND, payout.kind())
        .set(PAYOUT.AFTER_ENTRY, payout.afterEntry())
        .set(PAYOUT.FIRST_ENTRY, payout.firstEntry())
        .set(PAYOUT.LAST_ENTRY, payout.lastEntry())
        .set(PAYOUT.ENTRIES, payout.entries())
        .set(PAYOUT.BENEFICIARIES, payout.beneficiaries())
        .set(PAYOUT.FEN, payout.amount().fen())
        .set(PAYOUT.DIGEST, payout.digest())
        .set(PAYOUT.MANIFEST_DIGEST, payout.manifestDigest())
        .set(PAYOUT.PERSON, payout.by())
        .set(PAYOUT.MADE_AT, now)
        .execute();
  }

  /** The file of that number has its name. */
  public void place(long payout, OffsetDateTime now) {
    sql.insertInto(PAYOUT_PLACED)
        .set(PAYOUT_PLACED.PAYOUT, payout)
        .set(PAYOUT_PLACED.PLACED_AT, now)
        .execute();
  }
}
