package dev.partnerops.ledger;

import static dev.partnerops.sql.Tables.CLOSED_MONTH;

import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Closed months in the store, appended and never taken back (RULES 17). A row whose checksum does
 * not fit is damage.
 */
public final class MonthStore {

  private final DSLContext sql;

  public MonthStore(DSLContext sql) {
    this.sql = sql;
  }

  /** All closed months, the earliest first. */
  public List<ClosedMonth> list() {
    return sql.selectFrom(CLOSED_MONTH).orderBy(CLOSED_MONTH.BOOKED_MONTH).fetch(MonthStore::month);
  }

  private static ClosedMonth month(Record row) {
    String label = row.get(CLOSED_MONTH.BOOKED_MONTH);
    ClosedMonth month =
        new ClosedMonth(
            Period.parse(label).orElseThrow(() -> damaged(label)),
            row.get(CLOSED_MONTH.PERSON),
            row.get(CLOSED_MONTH.RUNS),
            row.get(CLOSED_MONTH.ENTRIES),
            row.get(CLOSED_MONTH.LAST_ENTRY),
            row.get(CLOSED_MONTH.LEDGER_HASH));
    if (Texts.checksum(month.content()) != row.get(CLOSED_MONTH.CHECKSUM)) {
      throw damaged(label);
    }
    return month;
  }

  private static ToolException damaged(String month) {
    return new ToolException.StoreDamaged(Message.of("ledger.month-damaged", month));
  }

  /** The last closed month, with which everything earlier is closed; empty while none is. */
  public Optional<ClosedMonth> findLast() {
    return list().stream().reduce((first, last) -> last);
  }

  /** The calendar month of the day, where it is closed; empty where it is open. */
  public Optional<Period> findClosed(LocalDate day) {
    return findLast()
        .filter(last -> !day.isAfter(last.month().last()))
        .map(last -> Period.containing(Period.Unit.MONTH, day));
  }

  /** Appends a closed month; the command publishes it. */
  public void append(ClosedMonth month, OffsetDateTime now) {
    sql.insertInto(CLOSED_MONTH)
        .set(CLOSED_MONTH.BOOKED_MONTH, month.month().label())
        .set(CLOSED_MONTH.RUNS, month.runs())
        .set(CLOSED_MONTH.ENTRIES, month.entries())
        .set(CLOSED_MONTH.LAST_ENTRY, month.lastEntry())
        .set(CLOSED_MONTH.LEDGER_HASH, month.ledgerHash())
        .set(CLOSED_MONTH.PERSON, month.by())
        .set(CLOSED_MONTH.CLOSED_AT, now)
        .set(CLOSED_MONTH.CHECKSUM, Texts.checksum(month.content()))
        .execute();
  }
}
