package dev.partnerops.metrics;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
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
      @Option(names = "--entity", paramLabel = "KIND", descriptionKey = "entity") @Nullable String entity) {
    new MetricListing(session).list(entity);
    return ExitCode.DONE;
  }

  @Command(name = "show")
  int show(@Parameters(paramLabel = "NAME", descriptionKey = "name") String name) {
    new MetricListing(session).show(name);
    return ExitCode.DONE;
  }

  @Override
  public void run() {
    spec.commandLine().usage(session.out());
  }
}
