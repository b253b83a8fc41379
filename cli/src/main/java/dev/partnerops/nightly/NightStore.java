package dev.partnerops.nightly;

import static dev.partnerops.sql.Tables.NIGHT;
import static dev.partnerops.sql.Tables.NIGHT_STEP;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.AnyRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Nights and their steps: {@code base.night}, {@code base.night_step}; appended, never changed. */
final class NightStore {

  private static final String FILE = "file";
  private static final String RUN = "run";
  private static final String END = "night";

  private static final int LONGEST_REASON = 8_000;

  private final DSLContext sql;

  NightStore(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * A night as it stands.
   *
   * @param finished whether its last step says how it ended
   */
  record Recorded(long night, LocalDate asOf, boolean finished) {}

  /** The newest night; empty before the first. */
  Optional<Recorded> findLast() {
    return sql.select(NIGHT.NIGHT_, NIGHT.AS_OF)
        .from(NIGHT)
        .orderBy(NIGHT.NIGHT_.desc())
        .limit(1)
        .fetchOptional(row -> new Recorded(row.value1(), row.value2(), isFinished(row.value1())));
  }

  private boolean isFinished(long night) {
    return AnyRow.where(sql, NIGHT_STEP, NIGHT_STEP.NIGHT.eq(night).and(NIGHT_STEP.KIND.eq(END)));
  }

  /** The steps of a night in their order, those of the nights that it continues before them. */
  List<Step> steps(long night) {
    List<Step> steps = new ArrayList<>();
    Long before =
        sql.select(NIGHT.CONTINUES)
            .from(NIGHT)
            .where(NIGHT.NIGHT_.eq(night))
            .fetchOne(NIGHT.CONTINUES);
    if (before != null) {
      steps.addAll(steps(before));
    }
    steps.addAll(
        sql.selectFrom(NIGHT_STEP)
            .where(NIGHT_STEP.NIGHT.eq(night))
            .orderBy(NIGHT_STEP.STEP)
            .fetch(NightStore::step));
    return steps;
  }

  private static Step step(Record row) {
    String subject = row.get(NIGHT_STEP.SUBJECT);
    String status = row.get(NIGHT_STEP.STATUS).toUpperCase(Locale.ROOT);
    return switch (row.get(NIGHT_STEP.KIND)) {
      case FILE ->
          new Step.OfFile(
              subject,
              row.get(NIGHT_STEP.DATASET),
              Step.FileStatus.valueOf(status),
              row.get(NIGHT_STEP.BATCH),
              row.get(NIGHT_STEP.ROWS_READ),
              row.get(NIGHT_STEP.ROWS_INSERTED),
              row.get(NIGHT_STEP.ROWS_AMENDED),
              row.get(NIGHT_STEP.ROWS_UNCHANGED),
              row.get(NIGHT_STEP.ROWS_REJECTED),
              row.get(NIGHT_STEP.FEN),
              row.get(NIGHT_STEP.PLACED),
              row.get(NIGHT_STEP.REJECTS),
              row.get(NIGHT_STEP.REASON));
      case RUN ->
          new Step.OfRun(
              subject,
              row.get(NIGHT_STEP.PERIOD),
              Step.RunStatus.valueOf(status),
              row.get(NIGHT_STEP.RUN),
              row.get(NIGHT_STEP.ENTRIES),
              row.get(NIGHT_STEP.REASON));
      case END -> new Step.OfNight(LocalDate.parse(subject), Step.NightStatus.valueOf(status));
      default -> throw new ToolException.StoreDamaged(Message.of("nightly.step-unknown", subject));
    };
  }

  /** Appends a step to a night, which begins with it where it is not there yet. */
  void append(long night, LocalDate asOf, @Nullable Long continues, Step step) {
    if (!AnyRow.where(sql, NIGHT, NIGHT.NIGHT_.eq(night))) {
      sql.insertInto(NIGHT)
          .set(NIGHT.NIGHT_, night)
          .set(NIGHT.AS_OF, asOf)
          .set(NIGHT.CONTINUES, continues)
          .execute();
    }
    int number =
        Objects.requireNonNullElse(
                sql.select(DSL.max(NIGHT_STEP.STEP))
                    .from(NIGHT_STEP)
                    .where(NIGHT_STEP.NIGHT.eq(night))
                    .fetchOne(0, Integer.class),
                0)
            + 1;
    switch (step) {
      case Step.OfFile file -> append(night, number, file);
      case Step.OfRun run -> append(night, number, run);
      case Step.OfNight(LocalDate day, Step.NightStatus status) ->
          sql.insertInto(NIGHT_STEP)
              .set(NIGHT_STEP.NIGHT, night)
              .set(NIGHT_STEP.STEP, number)
              .set(NIGHT_STEP.KIND, END)
              .set(NIGHT_STEP.SUBJECT, day.toString())
              .set(NIGHT_STEP.STATUS, status.toString())
              .execute();
    }
  }

  /** As much of a reason as its column holds: a header may have a thousand foreign names. */
  private static @Nullable String kept(@Nullable String reason) {
    return reason == null || reason.length() <= LONGEST_REASON
        ? reason
        : reason.substring(0, LONGEST_REASON - 1) + "…";
  }

  private void append(long night, int number, Step.OfFile file) {
    sql.insertInto(NIGHT_STEP)
        .set(NIGHT_STEP.NIGHT, night)
        .set(NIGHT_STEP.STEP, number)
        .set(NIGHT_STEP.KIND, FILE)
        .set(NIGHT_STEP.SUBJECT, file.name())
        .set(NIGHT_STEP.STATUS, file.status().toString())
        .set(NIGHT_STEP.DATASET, file.dataset())
        .set(NIGHT_STEP.BATCH, file.batch())
        .set(NIGHT_STEP.ROWS_READ, file.rows())
        .set(NIGHT_STEP.ROWS_INSERTED, file.inserted())
        .set(NIGHT_STEP.ROWS_AMENDED, file.amended())
        .set(NIGHT_STEP.ROWS_UNCHANGED, file.unchanged())
        .set(NIGHT_STEP.ROWS_REJECTED, file.rejected())
        .set(NIGHT_STEP.FEN, file.fen())
        .set(NIGHT_STEP.PLACED, file.placed())
        .set(NIGHT_STEP.REJECTS, file.rejects())
        .set(NIGHT_STEP.REASON, kept(file.reason()))
        .execute();
  }

  private void append(long night, int number, Step.OfRun run) {
    sql.insertInto(NIGHT_STEP)
        .set(NIGHT_STEP.NIGHT, night)
        .set(NIGHT_STEP.STEP, number)
        .set(NIGHT_STEP.KIND, RUN)
        .set(NIGHT_STEP.SUBJECT, run.programme())
        .set(NIGHT_STEP.STATUS, run.status().toString())
        .set(NIGHT_STEP.PERIOD, run.period())
        .set(NIGHT_STEP.RUN, run.run())
        .set(NIGHT_STEP.ENTRIES, run.entries())
        .set(NIGHT_STEP.REASON, kept(run.reason()))
        .execute();
  }
}
