package dev.partnerops.importing;

import static dev.partnerops.sql.Tables.BATCH;
import static dev.partnerops.sql.Tables.BATCH_BUILDS_ON;

import dev.partnerops.sql.tables.Batch;
import dev.partnerops.store.AnyRow;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Published batches: {@code base.batch} and what they build on. */
public final class BatchStore {

  private final DSLContext sql;

  public BatchStore(DSLContext sql) {
    this.sql = sql;
  }

  /** A batch that may be withdrawn: its data set, file and digest. */
  record Imported(long batch, String dataset, String file, String digest) {}

  /** The number of the next batch. */
  long next() {
    Long last = sql.select(DSL.max(BATCH.BATCH_)).from(BATCH).fetchSingle().value1();
    return last == null ? 1 : last + 1;
  }

  /** Whether the data set has any batch, so that a file may have come before. */
  boolean hasAny(String dataset) {
    return AnyRow.where(sql, BATCH, BATCH.DATASET.eq(dataset));
  }

  /** The batch that a file of this digest made, unless it was withdrawn. */
  Optional<Long> findImported(String dataset, String digest) {
    return sql.select(DSL.max(BATCH.BATCH_))
        .from(BATCH)
        .where(BATCH.DATASET.eq(dataset))
        .and(BATCH.DIGEST.eq(digest))
        .and(stands())
        .fetchOptional(DSL.max(BATCH.BATCH_));
  }

  /** An import that nobody withdrew. */
  private static Condition stands() {
    Batch other = BATCH.as("other");
    return BATCH
        .ACTION
        .eq(BatchRow.IMPORT)
        .and(DSL.notExists(DSL.selectOne().from(other).where(other.WITHDRAWS.eq(BATCH.BATCH_))));
  }

  Optional<Imported> findStanding(long batch) {
    return sql.select(BATCH.DATASET, BATCH.FILE, BATCH.DIGEST)
        .from(BATCH)
        .where(BATCH.BATCH_.eq(batch))
        .and(stands())
        .fetchOptional(row -> new Imported(batch, row.value1(), row.value2(), row.value3()));
  }

  boolean exists(long batch) {
    return AnyRow.where(sql, BATCH, BATCH.BATCH_.eq(batch));
  }

  /** Imports that stand and found rows of the batch as their stored versions, in order. */
  List<Long> standingOn(long batch) {
    return sql.select(BATCH.BATCH_)
        .from(BATCH)
        .join(BATCH_BUILDS_ON)
        .on(BATCH_BUILDS_ON.BATCH.eq(BATCH.BATCH_))
        .where(BATCH_BUILDS_ON.ON_BATCH.eq(batch))
        .and(stands())
        .orderBy(BATCH.BATCH_)
        .fetch(BATCH.BATCH_);
  }

  /** Batches whose rows are copies made when another was withdrawn, with the batch withdrawn. */
  Set<Long> withdrawals() {
    return sql.select(BATCH.BATCH_)
        .from(BATCH)
        .where(BATCH.ACTION.eq(BatchRow.WITHDRAW))
        .fetchSet(BATCH.BATCH_);
  }

  /** The imports of a data set that stand. */
  Set<Long> standing(String dataset) {
    return sql.select(BATCH.BATCH_)
        .from(BATCH)
        .where(BATCH.DATASET.eq(dataset))
        .and(stands())
        .fetchSet(BATCH.BATCH_);
  }

  /** The last row of an import; what it publishes is seen once the store is. */
  void insert(BatchRow row, Collection<Long> buildsOn) {
    for (long on : buildsOn) {
      sql.insertInto(BATCH_BUILDS_ON)
          .set(BATCH_BUILDS_ON.BATCH, row.batch())
          .set(BATCH_BUILDS_ON.ON_BATCH, on)
          .execute();
    }
    sql.insertInto(BATCH)
        .set(BATCH.BATCH_, row.batch())
        .set(BATCH.DATASET, row.dataset())
        .set(BATCH.FILE, row.file())
        .set(BATCH.DIGEST, row.digest())
        .set(BATCH.ACTION, row.action())
        .set(BATCH.WITHDRAWS, row.withdraws())
        .set(BATCH.ROWS_READ, row.read())
        .set(BATCH.ROWS_INSERTED, row.inserted())
        .set(BATCH.ROWS_AMENDED, row.amended())
        .set(BATCH.ROWS_UNCHANGED, row.unchanged())
        .set(BATCH.ROWS_REJECTED, row.rejected())
        .set(BATCH.FEN_INSERTED, row.fenInserted())
        .set(BATCH.FEN_AMENDED, row.fenAmended())
        .set(BATCH.FEN_UNCHANGED, row.fenUnchanged())
        .set(BATCH.FEN_REJECTED, row.fenRejected())
        .set(BATCH.MONEY_UNREAD, row.unread())
        .set(BATCH.MIN_DAY, row.minDay())
        .set(BATCH.MAX_DAY, row.maxDay())
        .set(BATCH.PUBLISHED_AT, row.publishedAt().atOffset(ZoneOffset.UTC))
        .set(BATCH.CHECKSUM, row.checksum())
        .execute();
  }
}
