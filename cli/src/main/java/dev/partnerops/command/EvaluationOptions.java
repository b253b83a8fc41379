package dev.partnerops.command;

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
  private @Nullable String programme;

  @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "period")
  private @Nullable String period;

  @Option(names = "--dry-run", descriptionKey = "dry-run")
  private boolean dryRun;

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private @Nullable String by;

  @Option(names = "--complete-to", paramLabel = "DAY", descriptionKey = "complete-to")
  private @Nullable LocalDate completeTo;

  @Option(names = "--strict", descriptionKey = "strict")
  private boolean strict;

  @Mixin private FailOn failOn = new FailOn();

  /** Id or file; absent: the only one there is. */
  public @Nullable String programme() {
    return programme;
  }

  /** As written; empty where none was. */
  public String period() {
    return period == null ? "" : period;
  }

  public boolean isDryRun() {
    return dryRun;
  }

  /** Who asks; absent where nobody was named. */
  public @Nullable String by() {
    return by;
  }

  /** The day orders must reach; absent: none is asked. */
  public @Nullable LocalDate completeTo() {
    return completeTo;
  }

  public boolean isStrict() {
    return strict;
  }

  public FailOn failOn() {
    return failOn;
  }
}
