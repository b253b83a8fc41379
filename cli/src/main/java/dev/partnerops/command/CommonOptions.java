package dev.partnerops.command;

import dev.partnerops.output.Format;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that stand before or after every command (RULES 22). */
public final class CommonOptions {

  @Option(
      names = {"-w", "--workspace"},
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      descriptionKey = "workspace")
  @Nullable Path workspace;

  @Option(
      names = "--lang",
      scope = ScopeType.INHERIT,
      paramLabel = "en|zh",
      descriptionKey = "lang")
  @Nullable String lang;

  @Option(
      names = "--as-of",
      scope = ScopeType.INHERIT,
      paramLabel = "DAY",
      descriptionKey = "as-of")
  @Nullable LocalDate asOf;

  @Option(names = "--zone", scope = ScopeType.INHERIT, paramLabel = "ZONE", descriptionKey = "zone")
  @Nullable String zone;

  @Option(
      names = "--wait",
      scope = ScopeType.INHERIT,
      paramLabel = "SECONDS",
      descriptionKey = "wait")
  @Nullable Integer waitSeconds;

  @Option(
      names = {"-o", "--output"},
      scope = ScopeType.INHERIT,
      paramLabel = "FORMAT",
      descriptionKey = "output")
  @Nullable Format format;

  @Option(
      names = "--columns",
      scope = ScopeType.INHERIT,
      split = ",",
      paramLabel = "NAME",
      descriptionKey = "columns")
  @Nullable List<String> columns;

  @Option(
      names = "--sort",
      scope = ScopeType.INHERIT,
      split = ",",
      paramLabel = "NAME",
      descriptionKey = "sort")
  @Nullable List<String> sort;

  @Option(names = "--limit", scope = ScopeType.INHERIT, paramLabel = "N", descriptionKey = "limit")
  @Nullable Integer limit;

  @Option(names = "--no-header", scope = ScopeType.INHERIT, descriptionKey = "no-header")
  boolean noHeader;

  @Option(names = "--raw", scope = ScopeType.INHERIT, descriptionKey = "raw")
  boolean raw;

  @Option(names = "--out", scope = ScopeType.INHERIT, paramLabel = "FILE", descriptionKey = "out")
  @Nullable Path out;

  @Option(names = "--verbose", scope = ScopeType.INHERIT, descriptionKey = "verbose")
  boolean verbose;

  @Option(
      names = {"-h", "--help"},
      scope = ScopeType.INHERIT,
      usageHelp = true,
      descriptionKey = "help")
  boolean help;
}
