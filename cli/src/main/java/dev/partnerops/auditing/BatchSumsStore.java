package dev.partnerops.auditing;

import static dev.partnerops.sql.Tables.BATCH;

import dev.partnerops.model.Money;
import dev.partnerops.sql.tables.Batch;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * What the batches of orders say they wrote, and what lies in the store of it (SPEC section 2,
 * control totals).
 */
final class BatchSumsStore {

  private static final Field<Long> BATCH_NUMBER = DSL.field(DSL.name("BATCH"), SQLDataType.BIGINT);
  private static final Field<BigDecimal> AMOUNT =
      DSL.field(DSL.name("AMOUNT"), SQLDataType.DECIMAL(18, 2));

  private final DSLContext sql;

  BatchSumsStore(DSLContext sql, long batch) {
    this.sql = sql;
    sql.query("set @batch = {0}", DSL.inline(batch)).execute();
  }

  /** Rows inserted and amended, by batch; those of withdrawn batches do not count. */
  Map<Long, Tally> controlSums() {
    Batch other = BATCH.as("other");
    Map<Long, Tally> sums = new TreeMap<>();
    sql.select(
            BATCH.BATCH_,
            BATCH.ROWS_INSERTED,
            BATCH.ROWS_AMENDED,
            BATCH.FEN_INSERTED,
            BATCH.FEN_AMENDED)
        .from(BATCH)
        .where(BATCH.DATASET.eq("orders"))
        .and(BATCH.ACTION.eq("import"))
        .and(DSL.notExists(DSL.selectOne().from(other).where(other.WITHDRAWS.eq(BATCH.BATCH_))))
        .forEach(row ->
            sums.put(
                row.value1(),
                new Tally(
                    row.value2() + row.value3(),
                    new Money(orNone(row.value4()) + orNone(row.value5())))));
    sums.values().removeIf(Tally::isNothing);
    return sums;
  }

  private static Money yuan(BigDecimal amount) {
    return new Money(amount.movePointRight(2).longValueExact());
  }

  private static long orNone(@Nullable Long fen) {
    return fen == null ? 0 : fen;
  }

  /** The versions of orders that are in the store, by the batch that wrote them. */
  Map<Long, Tally> versions() {
    Map<Long, Tally> versions = new TreeMap<>();
    sql.select(BATCH_NUMBER, DSL.count(), DSL.sum(AMOUNT))
        .from(DSL.table(DSL.name("PUBLIC", "HISTORY_ORDERS")))
        .groupBy(BATCH_NUMBER)
        .forEach(row -> versions.put(row.value1(), new Tally(row.value2(), yuan(row.value3()))));
    return versions;
  }

  /** The orders in their newest versions. */
  Tally current() {
    return sql.select(DSL.count(), DSL.sum(AMOUNT))
        .from(DSL.table(DSL.name("PUBLIC", "ORDERS")))
        .fetchSingle(
            row -> row.value1() == 0 ? Tally.NOTHING : new Tally(row.value1(), yuan(row.value2())));
  }
}
