package dev.partnerops.ledger;

import static dev.partnerops.sql.Tables.LEDGER_ENTRY;
import static dev.partnerops.sql.Tables.RUN;
import static dev.partnerops.sql.Tables.RUN_EVENT;
import static dev.partnerops.sql.Tables.RUN_SOURCE;
import static dev.partnerops.sql.Tables.SOURCE;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What runs read, kept once a text and named by each run (RULES 2). */
public final class RunInputsStore {

  private final DSLContext sql;

  public RunInputsStore(DSLContext sql) {
    this.sql = sql;
  }

  /** How far events and the ledger go now. */
  public Horizon now() {
    return new Horizon(
        number(sql.select(DSL.max(RUN_EVENT.EVENT)).from(RUN_EVENT).fetchOne(0, Long.class)),
        number(sql.select(DSL.max(LEDGER_ENTRY.ENTRY)).from(LEDGER_ENTRY).fetchOne(0, Long.class)));
  }

  private static long number(@Nullable Long last) {
    return last == null ? 0 : last;
  }

  /**
   * What a stored run read.
   *
   * @throws ToolException.StoreDamaged where a text is not what its digest says
   */
  public RunInputs of(long run) {
    Record row =
        sql.select(RUN.LAST_EVENT, RUN.LAST_ENTRY).from(RUN).where(RUN.RUN_.eq(run)).fetchSingle();
    Long event = row.get(RUN.LAST_EVENT);
    Long entry = row.get(RUN.LAST_ENTRY);
    return event == null || entry == null
        ? new RunInputs(false, List.of(), seenBy(run))
        : new RunInputs(true, sources(run), new Horizon(event, entry));
  }

  private List<Source> sources(long run) {
    return sql
        .select(SOURCE.DIGEST, SOURCE.KIND, SOURCE.NAME, SOURCE.CONTENT)
        .from(RUN_SOURCE)
        .join(SOURCE)
        .on(SOURCE.DIGEST.eq(RUN_SOURCE.DIGEST))
        .where(RUN_SOURCE.RUN.eq(run))
        .fetch(row -> source(run, row))
        .stream()
        .sorted(
            Comparator.comparing(Source::kind).thenComparing(Source::name, EntityId::compareBytes))
        .toList();
  }

  private static Source source(long run, Record row) {
    String name = row.get(SOURCE.NAME);
    return Source.Kind.find(row.get(SOURCE.KIND))
        .map(kind -> new Source(kind, name, row.get(SOURCE.CONTENT)))
        .filter(source -> source.digest().equals(row.get(SOURCE.DIGEST)))
        .orElseThrow(
            () -> new ToolException.StoreDamaged(Message.of("ledger.source-damaged", run, name)));
  }

  /**
   * What a run saw that does not say so: all that happened before it was proposed. Its entries were
   * booked with the event that approved their run, or took it back.
   */
  private Horizon seenBy(long run) {
    long event =
        number(
                sql.select(DSL.min(RUN_EVENT.EVENT))
                    .from(RUN_EVENT)
                    .where(RUN_EVENT.RUN.eq(run))
                    .fetchOne(0, Long.class))
            - 1;
    long entry =
        number(
            sql.select(DSL.max(LEDGER_ENTRY.ENTRY))
                .from(LEDGER_ENTRY)
                .join(RUN_EVENT)
                .on(RUN_EVENT.RUN.eq(LEDGER_ENTRY.RUN))
                .and(
                    RUN_EVENT.STATUS.eq(
                        DSL.when(LEDGER_ENTRY.KIND.eq(Entry.REVERSAL), RunStatus.REJECTED.word())
                            .otherwise(RunStatus.APPROVED.word())))
                .where(RUN_EVENT.EVENT.le(event))
                .fetchOne(0, Long.class));
    return new Horizon(event, entry);
  }

  /** Keeps what a new run read; the run itself says how far it saw. */
  void insert(long run, List<Source> sources) {
    for (Source source : sources) {
      String digest = source.digest();
      sql.insertInto(SOURCE)
          .columns(SOURCE.DIGEST, SOURCE.KIND, SOURCE.NAME, SOURCE.CONTENT)
          .select(
              DSL.select(
                      DSL.val(digest),
                      DSL.val(source.kind().word()),
                      DSL.val(source.name()),
                      DSL.val(source.content()))
                  .whereNotExists(DSL.selectOne().from(SOURCE).where(SOURCE.DIGEST.eq(digest))))
          .execute();
      sql.insertInto(RUN_SOURCE)
          .columns(RUN_SOURCE.RUN, RUN_SOURCE.DIGEST)
          .values(run, digest)
          .execute();
    }
  }
}
