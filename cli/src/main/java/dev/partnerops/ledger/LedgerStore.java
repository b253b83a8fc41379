package dev.partnerops.ledger;

import static dev.partnerops.sql.Tables.LEDGER_ENTRY;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Money;
import dev.partnerops.model.Sha256;
import dev.partnerops.store.BulkInsert;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The ledger in the store: append-only, each entry's hash over the one before and its own content
 * (SPEC section 5).
 */
public final class LedgerStore {

  private static final String FIRST_HASH = "";
  private static final int PAGE = 5_000;

  private final DSLContext sql;

  public LedgerStore(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * The entries of a programme as far as that horizon, oldest first; read anew, some thousand at a
   * time, whenever they are asked for.
   */
  public Iterable<Entry> ofProgramme(String programme, Horizon seen) {
    return entries(seen, row -> row.get(LEDGER_ENTRY.PROGRAMME).equals(programme));
  }

  /** The entries a run booked, oldest first; read as those of a programme. */
  public Iterable<Entry> ofRun(long run) {
    return entries(Horizon.NOW, row -> row.get(LEDGER_ENTRY.RUN) == run);
  }

  /**
   * Numbers have no gaps, so that a range of them is a page. What is appended while they are read
   * is not among them.
   */
  private Iterable<Entry> entries(Horizon seen, Predicate<Record> which) {
    return () -> {
      long last = Math.min(last(), seen.entry());
      return LongStream.iterate(0, before -> before < last, before -> before + PAGE)
          .boxed()
          .flatMap(before -> page(before, Math.min(last, before + PAGE), which).stream())
          .iterator();
    };
  }

  private long last() {
    Long last = sql.select(DSL.max(LEDGER_ENTRY.ENTRY)).from(LEDGER_ENTRY).fetchOne(0, Long.class);
    return last == null ? 0 : last;
  }

  private List<Entry> page(long before, long last, Predicate<Record> which) {
    return sql
        .selectFrom(LEDGER_ENTRY)
        .where(LEDGER_ENTRY.ENTRY.gt(before))
        .and(LEDGER_ENTRY.ENTRY.le(last))
        .orderBy(LEDGER_ENTRY.ENTRY)
        .fetch()
        .stream()
        .filter(which)
        .map(LedgerStore::entry)
        .toList();
  }

  private static Entry entry(Record row) {
    return new Entry(
        row.get(LEDGER_ENTRY.ENTRY),
        row.get(LEDGER_ENTRY.RUN),
        row.get(LEDGER_ENTRY.KIND),
        row.get(LEDGER_ENTRY.PROGRAMME),
        row.get(LEDGER_ENTRY.BENEFIT),
        row.get(LEDGER_ENTRY.BENEFIT_KIND),
        row.get(LEDGER_ENTRY.ENTRY_KEY),
        new EntityKind(row.get(LEDGER_ENTRY.ENTITY_KIND)),
        new EntityId(row.get(LEDGER_ENTRY.ENTITY_ID), row.get(LEDGER_ENTRY.ROLE)),
        row.get(LEDGER_ENTRY.BENEFICIARY),
        row.get(LEDGER_ENTRY.PERIOD),
        row.get(LEDGER_ENTRY.LAST_DAY),
        row.get(LEDGER_ENTRY.DEBIT_ACCOUNT),
        row.get(LEDGER_ENTRY.CREDIT_ACCOUNT),
        new Money(row.get(LEDGER_ENTRY.FEN)),
        new Money(row.get(LEDGER_ENTRY.DUE_FEN)),
        money(row.get(LEDGER_ENTRY.BASE_FEN_BEFORE)),
        money(row.get(LEDGER_ENTRY.BASE_FEN_AFTER)),
        row.get(LEDGER_ENTRY.NAMES_ENTRY),
        Texts.map(row.get(LEDGER_ENTRY.HOLDERS)),
        row.get(LEDGER_ENTRY.ASSIGNEE));
  }

  private static @Nullable Money money(@Nullable Long fen) {
    return fen == null ? null : new Money(fen);
  }

  private static @Nullable Long fen(@Nullable Money money) {
    return money == null ? null : money.fen();
  }

  /**
   * Appends entries in this order, taking some thousand at a time; the command publishes them with
   * whatever else it does.
   *
   * @return how many
   */
  public int append(Iterable<Entry> entries, OffsetDateTime now) {
    Record last =
        sql.select(LEDGER_ENTRY.ENTRY, LEDGER_ENTRY.HASH)
            .from(LEDGER_ENTRY)
            .orderBy(LEDGER_ENTRY.ENTRY.desc())
            .limit(1)
            .fetchOne();
    long number = last == null ? 0 : last.get(LEDGER_ENTRY.ENTRY);
    String hash = last == null ? FIRST_HASH : last.get(LEDGER_ENTRY.HASH);
    return BulkInsert.into(sql, LEDGER_ENTRY, new Chained(entries.iterator(), number, hash, now));
  }

  /** Entries as rows, each numbered and hashed over the one before. */
  private static final class Chained implements Iterator<@Nullable Object[]> {

    private final Iterator<Entry> entries;
    private final OffsetDateTime now;
    private long number;
    private String hash;

    Chained(Iterator<Entry> entries, long number, String hash, OffsetDateTime now) {
      this.entries = entries;
      this.number = number;
      this.hash = hash;
      this.now = now;
    }

    @Override
    public boolean hasNext() {
      return entries.hasNext();
    }

    @Override
    public @Nullable Object[] next() {
      Entry entry = entries.next().numbered(++number);
      hash = hash(hash, entry);
      return values(entry, now, hash);
    }
  }

  /** In the order of the table's columns. */
  private static @Nullable Object[] values(Entry entry, OffsetDateTime now, String hash) {
    return new @Nullable Object[] {
      entry.entry(),
      entry.run(),
      entry.kind(),
      entry.programme(),
      entry.benefit(),
      entry.benefitKind(),
      entry.key(),
      entry.entityKind().word(),
      entry.entity().id(),
      entry.entity().role(),
      entry.beneficiary(),
      entry.period(),
      entry.lastDay(),
      entry.month(),
      entry.debitAccount(),
      entry.creditAccount(),
      entry.amount().fen(),
      entry.due().fen(),
      fen(entry.baseBefore()),
      fen(entry.baseAfter()),
      entry.names(),
      Texts.join(entry.holders()),
      entry.assignee(),
      now,
      hash
    };
  }

  static String hash(String before, Entry entry) {
    return Sha256.of(before + entry.content());
  }
}
