package dev.partnerops.metrics;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code metrics}: what is measured, how, and the numbers. Runs only to show its commands. */
@Command(name = "metrics")
public final class MetricsCommand implements Runnable {

  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  public MetricsCommand(Session session) {
    this.session = session;
  }

  @Command(name = "list")
  int list(
      @Option(names = "--entity", paramLabel = "KIND", descriptionKey = "entity")
          @Nullable String entity) {
    new MetricListing(session).list(entity);
    return ExitCode.DONE;
  }

  @Command(name = "show")
  int show(@Parameters(paramLabel = "NAME", descriptionKey = "name") String name) {
    new MetricListing(session).show(name);
    return ExitCode.DONE;
  }

  @Command(name = "compute")
  int compute(
      @Option(names = "--entity", required = true, paramLabel = "KIND", descriptionKey = "entity")
          String entity,
      @Option(names = "--window", paramLabel = "WINDOW", descriptionKey = "window")
          @Nullable List<String> windows,
      @Parameters(arity = "0..*", paramLabel = "NAME", descriptionKey = "names")
          @Nullable List<String> names,
      @Option(names = "--only", paramLabel = "DIMENSION=VALUE", descriptionKey = "only")
          @Nullable List<String> only,
      @Option(names = "--except", paramLabel = "DIMENSION=VALUE", descriptionKey = "except")
          @Nullable List<String> except,
      @Option(names = "--with", paramLabel = "NAME=VALUE", descriptionKey = "with")
          @Nullable List<String> with) {
    new MetricSheet(session)
        .print(
            entity,
            windows == null ? MetricSheet.DEFAULT_WINDOWS : windows,
            names == null ? List.of() : names,
            Narrowing.parse(only, except, with));
    return ExitCode.DONE;
  }

  @Override
  public void run() {
    spec.commandLine().usage(session.out());
  }
}
