package dev.partnerops.command;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * The world around one command line: bound once by Main, handed in by tests.
 *
 * @param folder the current folder, absolute
 * @param outIsTerminal whether a person sees stdout; {@code errIsTerminal}: stderr
 * @param columns width of that terminal
 */
public record Surroundings(
    Clock clock,
    Path folder,
    Map<String, String> environment,
    InputStream in,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int columns) {

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** Now, as the store keeps clock times: UTC, whole milliseconds. */
  public OffsetDateTime now() {
    return OffsetDateTime.now(clock)
        .withOffsetSameInstant(ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.MILLIS);
  }
}
