package dev.partnerops.bookkeeping;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.EntryFilter;
import dev.partnerops.ledger.LedgerStore;
import dev.partnerops.ledger.PayoutStore;
import dev.partnerops.ledger.RunBookingStore;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.ResultTable;
import dev.partnerops.store.Store;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ledger list|balance|verify|export}: what was booked, what it adds up to, whether it is
 * still that, and the files it is paid from (SPEC section 6).
 */
@Command(name = "ledger")
public final class LedgerCommand implements Runnable {

  private static final Path PAYOUTS = Path.of("reports", "payouts");

  private final Session session;

  public LedgerCommand(Session session) {
    this.session = session;
  }

  /** Shown by its help; the commands are beneath. */
  @Override
  public void run() {}

  @Command(name = "list")
  int list(
      @Option(
              names = {"-p", "--programme"},
              paramLabel = "PROGRAMME",
              descriptionKey = "programme")
          @Nullable String programme,
      @Option(names = "--benefit", paramLabel = "BENEFIT", descriptionKey = "benefit")
          @Nullable String benefit,
      @Option(names = "--entity", paramLabel = "ID", descriptionKey = "entity")
          @Nullable String entity,
      @Option(names = "--beneficiary", paramLabel = "KIND:ID", descriptionKey = "beneficiary")
          @Nullable String beneficiary,
      @Option(names = "--month", paramLabel = "MONTH", descriptionKey = "month")
          @Nullable String month,
      @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "period")
          @Nullable String period,
      @Option(names = "--run", paramLabel = "RUN", descriptionKey = "run") @Nullable Long run,
      @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "kind")
          @Nullable EntryKind kind,
      @Option(names = "--key", paramLabel = "TEXT", descriptionKey = "key") @Nullable String key) {
    try (Store store = session.openToRead("ledger list")) {
      RunBookingStore runs = new RunBookingStore(store.sql());
      if (run != null) {
        new RunStore(store.sql()).required(run);
      }
      EntryFilter filter =
          EntryFilter.ALL
              .with(EntryFilter.Column.PROGRAMME, id(runs, programme))
              .with(EntryFilter.Column.BENEFIT, benefit)
              .with(EntryFilter.Column.ENTITY_ID, entity)
              .with(EntryFilter.Column.BENEFICIARY, beneficiary)
              .with(EntryFilter.Column.BOOKED_MONTH, month == null ? null : month(month).toString())
              .with(EntryFilter.Column.KIND, kind == null ? null : kind.toString())
              .with(EntryFilter.Column.ENTRY_KEY, key)
              .ofPeriod(period == null ? null : label(period))
              .ofRun(run);
      EntryTable table = new EntryTable(new PayoutStore(store.sql()).read(), runs.bookings());
      session.print(table.of(new LedgerStore(store.sql()).matching(filter)));
    }
    return ExitCode.DONE;
  }

  @Command(name = "balance")
  int balance(
      @Option(names = "--by", paramLabel = "GROUP", descriptionKey = "by") @Nullable Grouping by,
      @Option(
              names = {"-p", "--programme"},
              paramLabel = "PROGRAMME",
              descriptionKey = "programme")
          @Nullable String programme,
      @Option(names = "--month", paramLabel = "MONTH", descriptionKey = "month")
          @Nullable String month) {
    YearMonth asked = month == null ? null : month(month);
    Grouping grouping = by == null ? Grouping.BENEFIT : by;
    try (Store store = session.openToRead("ledger balance")) {
      String id = id(new RunBookingStore(store.sql()), programme);
      EntryFilter filter =
          EntryFilter.ALL
              .with(EntryFilter.Column.PROGRAMME, id)
              .with(EntryFilter.Column.BOOKED_MONTH, asked == null ? null : asked.toString());
      Iterable<Entry> entries = new LedgerStore(store.sql()).matching(filter);
      session.print(
          switch (grouping) {
            case ACCOUNT -> AccountBalances.of(entries);
            case PROGRAMME -> Balances.byProgramme(entries);
            case BENEFIT -> Balances.byBenefit(entries);
            case ENTITY -> Balances.byEntity(entries);
            case BENEFICIARY -> Balances.byBeneficiary(entries);
            case BUDGET -> budgets(store, id, asked);
          });
    }
    return ExitCode.DONE;
  }

  private ResultTable budgets(Store store, @Nullable String id, @Nullable YearMonth month) {
    Budgets budgets =
        new Budgets(month == null ? session.asOf(session.zone()) : month.atEndOfMonth());
    budgets.addAll(store, new KnownProgrammes(session).ofWorkspace(), id);
    return budgets.table();
  }

  @Command(name = "verify")
  int verify() {
    try (Store store = session.openToRead("ledger verify")) {
      session.print(new LedgerCheck(store).check(session.messages()));
    }
    return ExitCode.DONE;
  }

  @Command(name = "export")
  int export(
      @Option(
              names = {"-p", "--programme"},
              paramLabel = "PROGRAMME",
              descriptionKey = "programme")
          @Nullable String programme,
      @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "kind")
          @Nullable PayoutKind kind,
      @Option(names = "--to", paramLabel = "DIR", descriptionKey = "to") @Nullable Path to,
      @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by") @Nullable String by,
      @Option(names = "--again", paramLabel = "PAYOUT", descriptionKey = "again")
          @Nullable Long again) {
    if (again != null) {
      if (programme != null || kind != null || by != null) {
        throw new ToolException.Usage(Message.of("bookkeeping.again-alone"));
      }
      return again(again, to);
    }
    OffsetDateTime now = session.surroundings().now();
    try (Store store = session.openToWrite("ledger export")) {
      String id = id(new RunBookingStore(store.sql()), programme);
      Export export = new Export(session, store, folder(to));
      export.finish(now);
      export.export(id, kind, by, now);
      session.print(export.table());
    }
    return ExitCode.DONE;
  }

  private int again(long payout, @Nullable Path to) {
    try (Store store = session.openToRead("ledger export")) {
      Export export = new Export(session, store, folder(to));
      export.again(payout);
      session.print(export.table());
    }
    return ExitCode.DONE;
  }

  /** As the user would name it: from the current folder, where it lies beneath that. */
  private Path folder(@Nullable Path to) {
    if (to != null) {
      return to;
    }
    Path folder = session.workspace().folder().resolve(PAYOUTS);
    Path here = session.surroundings().folder();
    return folder.startsWith(here) ? here.relativize(folder) : folder;
  }

  private @Nullable String id(RunBookingStore runs, @Nullable String programme) {
    return new KnownProgrammes(session).findId(runs, programme);
  }

  private static String label(String period) {
    return Period.parse(period)
        .map(Period::label)
        .orElseThrow(
            () -> new ToolException.Usage(Message.of("bookkeeping.period-unreadable", period)));
  }

  private static YearMonth month(String month) {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeParseException e) {
      throw new ToolException.Usage(Message.of("bookkeeping.month-unreadable", month));
    }
  }
}
