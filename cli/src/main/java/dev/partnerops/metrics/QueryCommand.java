package dev.partnerops.metrics;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.Store;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code query "SELECT …"}: one SELECT as the read-only user (RULES 4, 52). What it may do is
 * decided by that user's rights and never by reading the statement.
 */
@Command(name = "query")
public final class QueryCommand implements Callable<Integer> {

  private static final int DEFAULT_TIMEOUT_SECONDS = 600;

  private final Session session;

  @Parameters(paramLabel = "SELECT", descriptionKey = "select")
  private String select = "";

  @Option(names = "--timeout", paramLabel = "SECONDS", descriptionKey = "timeout")
  private @Nullable Integer timeoutSeconds;

  public QueryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    SqlText text = SqlText.scan(select);
    if (text.jdbc().isBlank()) {
      throw new ToolException.Usage(Message.of("metrics.query.empty"));
    }
    if (text.more()) {
      throw new ToolException.Usage(Message.of("metrics.query.many"));
    }
    int timeout = timeoutSeconds == null ? DEFAULT_TIMEOUT_SECONDS : Math.max(0, timeoutSeconds);
    try (Store store = session.openToRead("query");
        MetricStore metrics = MetricStore.over(store, session.dataSets())) {
      metrics.useZone(session.zone());
      try (Rows rows = metrics.select(select, List.of(), timeout)) {
        session.print(new QueryAnswer(rows, session.zone()).table());
      }
    } catch (SelectFailure e) {
      throw failure(e);
    }
    return ExitCode.DONE;
  }

  private static ToolException failure(SelectFailure e) {
    Message what = Message.of("metrics.query.failed", e.why());
    return switch (e.reason()) {
      case DENIED, NOT_A_SELECT, FAULTY -> new ToolException.Usage(what);
      case TIMEOUT, MEMORY -> new ToolException.Resources(what, e);
      case DAMAGED -> new ToolException.StoreDamaged(what, e);
    };
  }
}
