package dev.partnerops.ledger;

import static dev.partnerops.sql.Tables.RUN;
import static dev.partnerops.sql.Tables.RUN_EVENT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/** What runs booked, as the store noted it beside the ledger (RULES 2). */
public final class RunBookingStore {

  private final DSLContext sql;

  public RunBookingStore(DSLContext sql) {
    this.sql = sql;
  }

  /** The ids of all programmes that have runs. */
  public List<String> programmes() {
    return sql.selectDistinct(RUN.PROGRAMME).from(RUN).orderBy(RUN.PROGRAMME).fetch(RUN.PROGRAMME);
  }

  /** What runs booked when they were approved and taken back, by run; of those approved once. */
  public Map<Long, RunBookings> bookings() {
    Map<Long, RunBookings> bookings = new LinkedHashMap<>();
    sql.select(
            RUN_EVENT.RUN,
            RUN_EVENT.STATUS,
            RUN_EVENT.HAPPENED_AT,
            RUN_EVENT.ENTRIES,
            RUN.PROGRAMME)
        .from(RUN_EVENT)
        .join(RUN)
        .on(RUN.RUN_.eq(RUN_EVENT.RUN))
        .where(RUN_EVENT.STATUS.in(RunStatus.APPROVED.word(), RunStatus.REJECTED.word()))
        .orderBy(RUN_EVENT.EVENT)
        .forEach(row -> add(row, bookings));
    return bookings;
  }

  private static void add(Record row, Map<Long, RunBookings> bookings) {
    long run = row.get(RUN_EVENT.RUN);
    RunBookings.Booking booking =
        new RunBookings.Booking(row.get(RUN_EVENT.HAPPENED_AT), row.get(RUN_EVENT.ENTRIES));
    if (row.get(RUN_EVENT.STATUS).equals(RunStatus.APPROVED.word())) {
      bookings.put(run, new RunBookings(run, row.get(RUN.PROGRAMME), booking, null));
    } else {
      // A proposal that was turned down booked nothing.
      bookings.computeIfPresent(run, (number, approved) -> approved.takenBack(booking));
    }
  }
}
