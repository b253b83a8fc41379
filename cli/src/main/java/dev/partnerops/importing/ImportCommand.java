package dev.partnerops.importing;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.model.Message;
import dev.partnerops.model.Money;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.store.Store;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import DATASET FILE...}: CSV files into the store (SPEC section 2, RULES 31). */
@Command(name = "import")
public final class ImportCommand implements Callable<Integer> {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("dataset"),
          Column.text("file"),
          Column.count("batch"),
          Column.text("status"),
          Column.count("rows"),
          Column.count("inserted"),
          Column.count("amended"),
          Column.count("unchanged"),
          Column.count("rejected"),
          Column.money("amount"));

  private final Session session;

  @Parameters(index = "0", arity = "0..1", paramLabel = "DATASET", descriptionKey = "dataset")
  private @Nullable String dataSetName;

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "FILE", descriptionKey = "file")
  private List<String> files = new ArrayList<>();

  @Option(names = "--map", paramLabel = "FILE", descriptionKey = "map")
  private @Nullable String map;

  @Option(names = "--charset", paramLabel = "NAME", descriptionKey = "charset")
  private @Nullable String charset;

  @Option(names = "--delimiter", paramLabel = "CHARACTER", descriptionKey = "delimiter")
  private @Nullable String delimiter;

  @Option(names = "--rejects", paramLabel = "FILE", descriptionKey = "rejects")
  private @Nullable Path rejects;

  @Option(names = "--max-rejects", paramLabel = "N|N%%", descriptionKey = "max-rejects")
  private @Nullable String maxRejects;

  @Option(names = "--expect", paramLabel = "rows=N,amount=N", descriptionKey = "expect")
  private @Nullable String expect;

  @Option(names = "--last-wins", descriptionKey = "last-wins")
  private boolean lastWins;

  @Option(names = "--again", descriptionKey = "again")
  private boolean again;

  @Option(names = "--withdraw", paramLabel = "BATCH", descriptionKey = "withdraw")
  private @Nullable Long withdraw;

  private final List<ImportResult> results = new ArrayList<>();

  public ImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (withdraw != null) {
      return withdraw(withdraw);
    }
    if (dataSetName == null || files.isEmpty()) {
      throw new ToolException.Usage(Message.of("importing.files-missing"));
    }
    DataSet dataSet = dataSet(session, dataSetName);
    List<String> names = InputNames.expand(files, session.path(Path.of("")));
    if (rejects != null && names.size() > 1) {
      throw new ToolException.Usage(Message.of("importing.rejects.several"));
    }
    RequestMaker maker = requestMaker(dataSet);
    ProgressBar bar = new ProgressBar(session.err(), session.surroundings().clock());
    Progress progress = session.surroundings().errIsTerminal() ? bar : Progress.SILENT;
    try (Store store = session.openToWrite("import");
        Spool spool = new Spool(store, session.surroundings().in())) {
      FileImports imports =
          new FileImports(
              session,
              store,
              message -> {
                bar.clear();
                session.notice(message);
              },
              progress);
      imports.requireKey(dataSet);
      names.forEach(name -> importOne(imports, maker, name, spool, dataSet));
    } finally {
      bar.clear();
      if (!results.isEmpty()) {
        print();
      }
    }
    long failed =
        results.stream().filter(result -> result.status() == ImportResult.Status.FAILED).count();
    if (failed > 0 && results.size() > 1) {
      session.notice(Message.of("importing.failed", failed, results.size()));
    }
    return failed > 0 ? ExitCode.INPUT : ExitCode.DONE;
  }

  private void importOne(
      FileImports imports, RequestMaker maker, String name, Spool spool, DataSet dataSet) {
    try {
      results.add(imports.importFile(maker.request(name, spool)));
    } catch (ToolException.Input unreadable) {
      session.notice(unreadable.text());
      results.add(
          ImportResult.unread(dataSet.name(), name.equals(InputNames.STDIN) ? Spool.NAME : name));
    }
  }

  private RequestMaker requestMaker(DataSet dataSet) {
    return new RequestMaker(
        session,
        dataSet,
        map == null ? null : MappingText.find(session, map),
        charset == null ? null : charset(charset),
        delimiter == null ? null : delimiter(delimiter),
        rejects,
        maxRejects == null ? RejectLimit.NONE : RejectLimit.parse(maxRejects),
        expect == null ? Expectation.NONE : Expectation.parse(expect),
        lastWins,
        again);
  }

  /** The data set of that name; an unknown one is a usage failure that lists those there are. */
  static DataSet dataSet(Session session, String name) {
    return session
        .dataSets()
        .find(name)
        .orElseThrow(() ->
            new ToolException.Usage(
                Message.of(
                    "importing.dataset-unknown",
                    name,
                    session.dataSets().all().stream().map(DataSet::name).toList())));
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      throw new ToolException.Usage(Message.of("importing.charset-unknown", name));
    }
  }

  private static char delimiter(String word) {
    if (word.equals("tab") || word.equals("\\t")) {
      return '\t';
    }
    if (word.length() != 1 || "\"\r\n".contains(word) || word.charAt(0) > '~') {
      throw new ToolException.Usage(Message.of("importing.delimiter-unknown", word));
    }
    return word.charAt(0);
  }

  private int withdraw(long batch) {
    if (dataSetName != null) {
      throw new ToolException.Usage(Message.of("importing.withdraw.alone"));
    }
    try (Store store = session.openToWrite("import")) {
      ImportResult result =
          new Withdrawal(store, session.dataSets(), session.surroundings().clock()).withdraw(batch);
      session.notice(
          Message.of("importing.withdrawn", batch, result.file(), String.valueOf(result.batch())));
      results.add(result);
    }
    print();
    return ExitCode.DONE;
  }

  private void print() {
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (ImportResult result : results) {
      Long fen = result.fen();
      rows.add(
          Arrays.asList(
              result.dataset(),
              result.file(),
              result.batch(),
              result.status().word(),
              result.rows(),
              result.inserted(),
              result.amended(),
              result.unchanged(),
              result.rejected(),
              fen == null ? null : new Money(fen)));
    }
    session.print(new ResultTable(COLUMNS, rows));
  }
}
