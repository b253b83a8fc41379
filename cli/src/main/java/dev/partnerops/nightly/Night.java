package dev.partnerops.nightly;

import dev.partnerops.command.AnswerFile;
import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.Store;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One night over one open store: files, runs, reports, and last the step that says how it ended.
 * Whatever is written outside of the store is written before that step, so that a night without it
 * writes the same again.
 */
final class Night {

  private static final int MILLIS_DECIMALS = 3;

  private final Session session;
  private final Store store;
  private final NightOptions options;
  private final NightLog log;
  private final NightRecord record;
  private final Instant start;

  Night(Session session, Store store, NightOptions options, NightLog log) {
    this.session = session;
    this.store = store;
    this.options = options;
    this.log = log;
    this.record = NightRecord.open(store, session.asOf(session.zone()));
    this.start = session.surroundings().clock().instant();
    session.fixAsOf(record.asOf());
  }

  /** How it ended; where nothing was to be done, {@code nothing} is told instead. */
  record Ended(NightResult result, boolean nothing) {}

  Ended run() {
    Judging judging = new Judging(session, store, options, record, log);
    judging.requireProgrammes();
    log.event(
        NightLog.Level.INFO,
        record.isResumed() ? "night.resumed" : "night.started",
        Map.of("as_of", record.asOf()));
    new InboxImports(session, store, options, record, log).run();
    boolean setAside = record.files().stream().anyMatch(file -> file.status().isSetAside());
    if (setAside && options.stopOnReject()) {
      return end(Step.NightStatus.FAILED, ExitCode.INPUT, List.of());
    }
    List<Step.OfRun> left = judging.run();
    int exit = NightResult.exit(record.files(), left);
    if (record.isNothingNew()) {
      NightResult nothing =
          new NightResult(
              record.asOf(), Step.NightStatus.DONE, exit, List.of(), List.of(), left, null);
      writeAgain(nothing);
      log.event(NightLog.Level.INFO, "night.nothing_to_do", Map.of("exit", exit));
      return new Ended(nothing, true);
    }
    return end(
        exit == ExitCode.DONE ? Step.NightStatus.DONE : Step.NightStatus.PARTIAL, exit, left);
  }

  private Ended end(Step.NightStatus status, int exit, List<Step.OfRun> left) {
    List<RunSummary> runs = new RunReports(session, store, record).write();
    NightResult result =
        new NightResult(record.asOf(), status, exit, record.files(), runs, left, null);
    write(result);
    store.rollback();
    left.forEach(record::add);
    record.add(new Step.OfNight(record.asOf(), status));
    store.publish();
    log.event(
        exit == ExitCode.DONE ? NightLog.Level.INFO : NightLog.Level.WARN,
        "night." + status,
        Map.of("exit", exit));
    return new Ended(result, false);
  }

  /** Tells of a night that broke off, as far as it came; the next one goes on with it. */
  void fail(String why, int exit) {
    List<RunSummary> runs = new ArrayList<>();
    for (Step.OfRun step : record.runs()) {
      if (step.status() == Step.RunStatus.PROPOSED && step.run() != null) {
        runs.add(
            new RunSummary(
                step.programme(),
                step.period(),
                step.run(),
                isApproved(step) ? "approved" : "proposed",
                0,
                Map.of(),
                0,
                List.of()));
      }
    }
    NightResult failed =
        new NightResult(
            record.asOf(), Step.NightStatus.FAILED, exit, record.files(), runs, List.of(), why);
    if (record.isNothingNew()) {
      // The report tells of the night that had ended.
      writeAsked(failed);
    } else {
      write(failed);
    }
  }

  private boolean isApproved(Step.OfRun made) {
    return record.runs().stream()
        .anyMatch(step ->
            step.status() == Step.RunStatus.APPROVED
                && made.run() != null
                && made.run().equals(step.run()));
  }

  private void write(NightResult result) {
    String json = result.json();
    AnswerFile.write(report(), out -> out.print(json));
    writeAsked(result);
  }

  private Path report() {
    return RunReports.makeFolder(session, record).resolve("nightly.json");
  }

  /** The files that options name. */
  private void writeAsked(NightResult result) {
    if (options.result() != null) {
      String json = result.json();
      AnswerFile.write(options.result(), out -> out.print(json));
    }
    if (options.prometheus() != null) {
      String text = prometheus(result, options.prometheus());
      AnswerFile.writeShared(options.prometheus(), out -> out.print(text));
    }
  }

  /** Where an attempt that failed has told of itself since, the night that had ended is told of. */
  private void writeAgain(NightResult nothing) {
    Optional<String> before = earlier(report());
    if (options.result() != null
        && before.isPresent()
        && !before.equals(earlier(options.result()))) {
      AnswerFile.write(options.result(), out -> out.print(before.get()));
    }
    Path file = options.prometheus();
    if (file != null
        && !earlier(file)
            .flatMap(PrometheusText::findExit)
            .equals(Optional.of((long) nothing.exit()))) {
      String text = prometheus(nothing, file);
      AnswerFile.writeShared(file, out -> out.print(text));
    }
  }

  private String prometheus(NightResult result, Path file) {
    Instant now = session.surroundings().clock().instant();
    BigDecimal seconds =
        BigDecimal.valueOf(Duration.between(start, now).toMillis(), MILLIS_DECIMALS);
    Optional<Long> lastSuccess =
        result.exit() == ExitCode.DONE
            ? Optional.of(now.getEpochSecond())
            : earlier(file).flatMap(PrometheusText::findLastSuccess);
    return PrometheusText.of(result, lastSuccess.orElse(null), seconds);
  }

  private static Optional<String> earlier(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("command.cannot-read", file, e), e);
    }
  }
}
