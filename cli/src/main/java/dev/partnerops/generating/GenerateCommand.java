package dev.partnerops.generating;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Column;
import dev.partnerops.output.ProgressBar;
import dev.partnerops.output.ResultTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code generate DIR}: writes a lifelike set of all data sets (SPEC section 6). */
@Command(name = "generate")
public final class GenerateCommand implements Callable<Integer> {

  private static final long DEFAULT_ORDERS = 1_000_000;
  private static final int DEFAULT_DAYS = 365;

  /** Fixed, as the clock is nobody's business here: the same words give the same bytes for ever. */
  private static final LocalDate DEFAULT_UNTIL = LocalDate.of(2020, 10, 31);

  private final Session session;

  @Parameters(paramLabel = "DIR", descriptionKey = "folder")
  private Path folder = Path.of("");

  @Option(names = "--orders", paramLabel = "N", descriptionKey = "orders")
  private long orders = DEFAULT_ORDERS;

  @Option(names = "--merchants", paramLabel = "N", descriptionKey = "merchants")
  private @Nullable Long merchants;

  @Option(names = "--providers", paramLabel = "N", descriptionKey = "providers")
  private @Nullable Long providers;

  @Option(names = "--promoters", paramLabel = "N", descriptionKey = "promoters")
  private @Nullable Long promoters;

  @Option(names = "--days", paramLabel = "N", descriptionKey = "days")
  private long days = DEFAULT_DAYS;

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed")
  private long seed = 1;

  @Option(names = "--until", paramLabel = "DAY", descriptionKey = "until")
  private LocalDate until = DEFAULT_UNTIL;

  @Option(names = "--night", paramLabel = "ROWS", descriptionKey = "night")
  private long night;

  public GenerateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    GeneratedSet set = new GeneratedSet(scale(), within("--night", night, 0, Scale.MOST_ORDERS));
    Path target = session.path(folder);
    for (String name : set.fileNames()) {
      if (Files.exists(target.resolve(name))) {
        throw new ToolException.Usage(Message.of("generating.exists", target.resolve(name)));
      }
    }
    session.print(table(write(set, target)));
    return ExitCode.DONE;
  }

  private Scale scale() {
    within("--orders", orders, 0, Scale.MOST_ORDERS);
    int span = (int) within("--days", days, 1, Scale.MOST_DAYS);
    if (until.isAfter(Scale.LAST_DAY) || !Scale.fits(span, until)) {
      throw new ToolException.Usage(
          Message.of("generating.days", span, until, Scale.FIRST_DAY, Scale.LAST_DAY));
    }
    return new Scale(
        orders,
        count("--merchants", merchants, Scale.merchantsFor(orders)),
        count("--providers", providers, Scale.providersFor(orders)),
        count("--promoters", promoters, Scale.promotersFor(orders)),
        span,
        seed,
        until);
  }

  private static int count(String option, @Nullable Long given, int usual) {
    return given == null ? usual : (int) within(option, given, 1, Scale.MOST_PARTNERS);
  }

  private static long within(String option, long given, long least, long most) {
    if (given < least || given > most) {
      throw new ToolException.Usage(
          Message.of("generating.out-of-range", option, given, least, most));
    }
    return given;
  }

  private List<GeneratedSet.Written> write(GeneratedSet set, Path target) {
    String label = session.messages().text(Message.of("generating.progress"));
    try (ProgressBar progress =
        new ProgressBar(
            session.err(),
            session.surroundings().errIsTerminal(),
            session.surroundings().clock(),
            label,
            orders)) {
      return set.write(target, progress::at);
    }
  }

  private static ResultTable table(List<GeneratedSet.Written> files) {
    return new ResultTable(
        List.of(Column.text("dataset"), Column.text("file"), Column.count("rows")),
        files.stream()
            .map(file -> List.of(file.dataset(), file.path().toString(), file.rows()))
            .toList());
  }
}
