package dev.partnerops.evaluating;

import dev.partnerops.command.FailOn;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that evaluates a programme (SPEC sections 5 and 6). */
public final class EvaluationOptions {

  @Option(
      names = {"-p", "--programme"},
      paramLabel = "PROGRAMME",
      descriptionKey = "programme")
  @Nullable String programme;

  @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "period")
  @Nullable String period;

  @Option(names = "--dry-run", descriptionKey = "dry-run")
  boolean dryRun;

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  @Nullable String by;

  @Option(names = "--complete-to", paramLabel = "DAY", descriptionKey = "complete-to")
  @Nullable LocalDate completeTo;

  @Option(names = "--strict", descriptionKey = "strict")
  boolean strict;

  @Mixin FailOn failOn = new FailOn();

  FailOn failOn() {
    return failOn;
  }
}
