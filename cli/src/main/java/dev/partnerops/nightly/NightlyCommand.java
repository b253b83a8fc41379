package dev.partnerops.nightly;

import dev.partnerops.command.Session;
import dev.partnerops.importing.RejectLimit;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code nightly --inbox DIR}: imports what is new, evaluates what is due, reports (SPEC section 6,
 * RULES 6, 11, 24).
 */
@Command(name = "nightly")
public final class NightlyCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Session session;
  private final ToIntFunction<Throwable> exitCodes;

  @Option(names = "--inbox", paramLabel = "DIR", required = true, descriptionKey = "inbox")
  private Path inbox = Path.of("inbox");

  @Option(names = "--auto-approve", descriptionKey = "auto-approve")
  private boolean autoApprove;

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private String by = "nightly";

  @Option(names = "--refresh", descriptionKey = "refresh")
  private boolean refresh;

  @Option(names = "--stop-on-reject", descriptionKey = "stop-on-reject")
  private boolean stopOnReject;

  @Option(names = "--max-rejects", paramLabel = "N|N%%", descriptionKey = "max-rejects")
  private @Nullable String maxRejects;

  @Option(names = "--complete-to", paramLabel = "DAY", descriptionKey = "complete-to")
  private @Nullable LocalDate completeTo;

  @Option(
      names = {"-p", "--programme"},
      paramLabel = "PROGRAMME",
      arity = "1..*",
      descriptionKey = "programme")
  private List<String> programmes = List.of();

  @Option(names = "--result", paramLabel = "FILE", descriptionKey = "result")
  private @Nullable Path result;

  @Option(names = "--prometheus", paramLabel = "FILE", descriptionKey = "prometheus")
  private @Nullable Path prometheus;

  @Option(names = "--log-format", paramLabel = "json|text", descriptionKey = "log-format")
  private NightLog.Format logFormat = NightLog.Format.TEXT;

  /**
   * Over a session.
   *
   * @param exitCodes how the process would end by a failure, for the result of a night that fails
   */
  public NightlyCommand(Session session, ToIntFunction<Throwable> exitCodes) {
    this.session = session;
    this.exitCodes = exitCodes;
  }

  @Override
  public Integer call() {
    NightLog log = new NightLog(session, logFormat);
    session.noticesTo(log::notice);
    try {
      NightOptions options = options();
      Night.Ended ended = run(options, log);
      NightResult night = ended.result();
      session.print(night.table(ended.nothing() ? "nothing_to_do" : night.status().toString()));
      return night.exit();
    } catch (RuntimeException | Error failure) {
      // Its text comes from whoever handles failures, and is a line of the log.
      log.fail();
      throw failure;
    }
  }

  private Night.Ended run(NightOptions options, NightLog log) {
    try (Store store = session.openToWrite("nightly", PATIENCE)) {
      Night night = new Night(session, store, options, log);
      try {
        return night.run();
      } catch (ToolException.Usage wrongWords) {
        throw wrongWords;
      } catch (RuntimeException failure) {
        tell(night, failure);
        throw failure;
      }
    }
  }

  /** A result that cannot be written either is no reason to hide why. */
  private void tell(Night night, RuntimeException failure) {
    try {
      String why =
          failure instanceof ToolException known
              ? session.messages().text(known.text())
              : failure.getClass().getSimpleName();
      night.fail(why, exitCodes.applyAsInt(failure));
    } catch (ToolException second) {
      failure.addSuppressed(second);
    }
  }

  private NightOptions options() {
    return new NightOptions(
        session.path(inbox),
        autoApprove,
        by,
        refresh,
        stopOnReject,
        maxRejects == null ? RejectLimit.NONE : RejectLimit.parse(maxRejects),
        completeTo,
        programmes,
        result == null ? null : session.path(result),
        prometheus == null ? null : session.path(prometheus));
  }
}
