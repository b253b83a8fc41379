package dev.partnerops.approving;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.PersonName;
import dev.partnerops.command.Session;
import dev.partnerops.ledger.ClosedMonth;
import dev.partnerops.ledger.MonthStore;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code close 2020-10}: closes a calendar month for good; without a month lists the closed ones
 * (RULES 17).
 */
@Command(name = "close")
public final class CloseCommand implements Callable<Integer> {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("month"),
          Column.text("by"),
          Column.count("runs"),
          Column.count("entries"),
          Column.text("closed_hash"));

  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "MONTH", descriptionKey = "month")
  private @Nullable String month;

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private @Nullable String by;

  public CloseCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (month == null) {
      return list();
    }
    close(month);
    return ExitCode.DONE;
  }

  private void close(String written) {
    String person = PersonName.of(by);
    Period asked =
        Period.parse(written)
            .filter(period -> period.unit() == Period.Unit.MONTH)
            .orElseThrow(
                () -> new ToolException.Usage(Message.of("approving.not-a-month", written)));
    try (Store store = session.openToWrite("close")) {
      new Closing(session, store).close(asked, person);
    }
  }

  private int list() {
    if (by != null) {
      throw new ToolException.Usage(Message.of("approving.close-what"));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (Store store = session.openToRead("close")) {
      for (ClosedMonth closed : new MonthStore(store.sql()).list()) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(closed.month().label());
        row.add(closed.by());
        row.add(closed.runs());
        row.add(closed.entries());
        row.add(closed.ledgerHash());
        rows.add(row);
      }
    }
    session.print(new ResultTable(COLUMNS, rows));
    return ExitCode.DONE;
  }
}
