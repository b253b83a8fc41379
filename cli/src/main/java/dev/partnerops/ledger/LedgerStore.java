package dev.partnerops.ledger;

import static dev.partnerops.sql.Tables.LEDGER_ENTRY;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Money;
import dev.partnerops.model.Period;
import dev.partnerops.model.Sha256;
import dev.partnerops.store.BulkInsert;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
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
    return entries(LEDGER_ENTRY.PROGRAMME.eq(programme), EntryFilter.ALL.between(0, seen.entry()));
  }

  /** The entries a run booked, oldest first; read as those of a programme. */
  public Iterable<Entry> ofRun(long run) {
    return entries(LEDGER_ENTRY.RUN.eq(run), EntryFilter.ALL);
  }

  /** The entries that fit, oldest first; read as those of a programme. */
  public Iterable<Entry> matching(EntryFilter filter) {
    return entries(condition(filter), filter);
  }

  private static Condition condition(EntryFilter filter) {
    Condition condition = DSL.noCondition();
    for (Map.Entry<EntryFilter.Column, String> asked : filter.texts().entrySet()) {
      condition = condition.and(column(asked.getKey()).eq(asked.getValue()));
    }
    if (filter.period() != null) {
      // Periods of some days are also named by their first (RULES 50).
      Condition spelled = LEDGER_ENTRY.PERIOD.eq(filter.period());
      condition = condition.and(spelled.or(LEDGER_ENTRY.PERIOD.startsWith(filter.period() + "..")));
    }
    return filter.run() == null ? condition : condition.and(LEDGER_ENTRY.RUN.eq(filter.run()));
  }

  private static Field<String> column(EntryFilter.Column column) {
    return switch (column) {
      case KIND -> LEDGER_ENTRY.KIND;
      case PROGRAMME -> LEDGER_ENTRY.PROGRAMME;
      case BENEFIT -> LEDGER_ENTRY.BENEFIT;
      case BENEFIT_KIND -> LEDGER_ENTRY.BENEFIT_KIND;
      case ENTITY_ID -> LEDGER_ENTRY.ENTITY_ID;
      case BENEFICIARY -> LEDGER_ENTRY.BENEFICIARY;
      case BOOKED_MONTH -> LEDGER_ENTRY.BOOKED_MONTH;
      case ENTRY_KEY -> LEDGER_ENTRY.ENTRY_KEY;
    };
  }

  private Iterable<Entry> entries(Condition which, EntryFilter range) {
    return () ->
        StreamSupport.stream(pages(which, range).spliterator(), false)
            .flatMap(page -> page.stream().map(LedgerStore::entry))
            .iterator();
  }

  /**
   * Numbers have no gaps, so that a range of them is a page. What is appended while they are read
   * is not among them.
   */
  private Iterable<List<? extends Record>> pages(Condition which, EntryFilter range) {
    return () -> {
      long last = Math.min(last(), range.lastEntry());
      return LongStream.iterate(
              range.afterEntry(), before -> before < last, before -> before + PAGE)
          .<List<? extends Record>>mapToObj(
              before -> page(before, Math.min(last, before + PAGE), which))
          .iterator();
    };
  }

  /** Every entry as it is stored, oldest first, some thousand at a time. */
  public Iterable<List<BookedEntry>> booked() {
    return () ->
        StreamSupport.stream(pages(DSL.noCondition(), EntryFilter.ALL).spliterator(), false)
            .map(page -> page.stream().map(LedgerStore::booked).toList())
            .iterator();
  }

  /** Those of the numbers that there are, as stored. */
  public Map<Long, BookedEntry> booked(Collection<Long> numbers) {
    Map<Long, BookedEntry> found = new HashMap<>();
    for (Record row : sql.selectFrom(LEDGER_ENTRY).where(LEDGER_ENTRY.ENTRY.in(numbers))) {
      BookedEntry entry = booked(row);
      found.put(entry.entry().entry(), entry);
    }
    return found;
  }

  private static BookedEntry booked(Record row) {
    return new BookedEntry(
        entry(row, Map.of()),
        row.get(LEDGER_ENTRY.HOLDERS),
        row.get(LEDGER_ENTRY.BOOKED_MONTH),
        row.get(LEDGER_ENTRY.BOOKED_AT),
        row.get(LEDGER_ENTRY.HASH));
  }

  /**
   * The last entry that each run booked of each programme and payout kind: no reversals, since
   * those are in no payout file.
   */
  public List<LastBooked> lastOfRuns() {
    return sql.select(
            LEDGER_ENTRY.PROGRAMME,
            LEDGER_ENTRY.BENEFIT_KIND,
            LEDGER_ENTRY.RUN,
            DSL.max(LEDGER_ENTRY.ENTRY))
        .from(LEDGER_ENTRY)
        .where(LEDGER_ENTRY.KIND.ne(Entry.REVERSAL))
        .groupBy(LEDGER_ENTRY.PROGRAMME, LEDGER_ENTRY.BENEFIT_KIND, LEDGER_ENTRY.RUN)
        .fetch(row ->
            new LastBooked(row.value1(), Payout.kindOf(row.value2()), row.value3(), row.value4()));
  }

  /** What a run booked of a programme and payout kind, up to which entry. */
  public record LastBooked(String programme, String kind, long run, long lastEntry) {}

  private long last() {
    Long last = sql.select(DSL.max(LEDGER_ENTRY.ENTRY)).from(LEDGER_ENTRY).fetchOne(0, Long.class);
    return last == null ? 0 : last;
  }

  /**
   * The end of the chain.
   *
   * @param entry the last one's number, 0 where there is none
   * @param hash its hash, over all before it too; empty where there is none
   */
  public record Head(long entry, String hash) {}

  public Head head() {
    Record last =
        sql.select(LEDGER_ENTRY.ENTRY, LEDGER_ENTRY.HASH)
            .from(LEDGER_ENTRY)
            .orderBy(LEDGER_ENTRY.ENTRY.desc())
            .limit(1)
            .fetchOne();
    return last == null
        ? new Head(0, FIRST_HASH)
        : new Head(last.get(LEDGER_ENTRY.ENTRY), last.get(LEDGER_ENTRY.HASH));
  }

  /** How many entries are booked in a calendar month. */
  public long countIn(Period month) {
    return sql.fetchCount(
        DSL.selectOne().from(LEDGER_ENTRY).where(LEDGER_ENTRY.BOOKED_MONTH.eq(month.label())));
  }

  /** The earliest day that anything is booked for; empty while nothing is. */
  public Optional<LocalDate> findFirstDay() {
    return Optional.ofNullable(
        sql.select(DSL.min(LEDGER_ENTRY.LAST_DAY)).from(LEDGER_ENTRY).fetchOne(0, LocalDate.class));
  }

  private List<? extends Record> page(long before, long last, Condition which) {
    return sql.selectFrom(LEDGER_ENTRY)
        .where(LEDGER_ENTRY.ENTRY.gt(before))
        .and(LEDGER_ENTRY.ENTRY.le(last))
        .and(which)
        .orderBy(LEDGER_ENTRY.ENTRY)
        .fetch();
  }

  private static Entry entry(Record row) {
    return entry(row, Texts.map(row.get(LEDGER_ENTRY.HOLDERS)));
  }

  private static Entry entry(Record row, Map<String, String> holders) {
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
        holders,
        row.get(LEDGER_ENTRY.ASSIGNEE),
        row.get(LEDGER_ENTRY.EXPIRES_ON));
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
    Head head = head();
    return BulkInsert.into(
        sql, LEDGER_ENTRY, new Chained(entries.iterator(), head.entry(), head.hash(), now));
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
      hash = hash(hash, entry.content());
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
      hash,
      entry.expiresOn()
    };
  }

  static String hash(String before, String content) {
    return Sha256.of(before + content);
  }
}
