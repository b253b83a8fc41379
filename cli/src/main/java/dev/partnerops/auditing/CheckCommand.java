package dev.partnerops.auditing;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.FailOn;
import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.Store;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code check}: whether what is stored holds together. One command line makes one check; without
 * an option it is that of references.
 */
@Command(name = "check")
public final class CheckCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--recompute", descriptionKey = "recompute")
  private boolean recompute;

  @Option(names = "--complete", paramLabel = "PERIOD", descriptionKey = "complete")
  private @Nullable String complete;

  @Option(
      names = {"-p", "--programme"},
      paramLabel = "PROGRAMME",
      descriptionKey = "programme")
  private @Nullable String programme;

  @Parameters(arity = "0..*", paramLabel = "RUN", descriptionKey = "run")
  private List<Long> runs = List.of();

  @Mixin private FailOn failOn = new FailOn();

  public CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Check check = chosen();
    failOn.require(List.of(check.finding()));
    Check.Found found;
    try (Store store = session.openToRead("check")) {
      found = check.find(store);
    }
    session.print(found.table());
    return found.any() && failOn.asks(check.finding()) ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private Check chosen() {
    if (recompute && complete != null) {
      throw new ToolException.Usage(Message.of("auditing.one-check"));
    }
    if (programme != null && complete == null) {
      throw new ToolException.Usage(Message.of("auditing.programme-alone"));
    }
    if (complete != null && runs.isEmpty()) {
      return new CompletenessCheck(session, complete, programme);
    }
    if (recompute) {
      return new RecomputeCheck(session, runs);
    }
    if (!runs.isEmpty()) {
      throw new ToolException.Usage(Message.of("auditing.runs-alone"));
    }
    return new DanglingCheck(session.dataSets());
  }
}
