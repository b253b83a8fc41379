package dev.partnerops;

import dev.partnerops.command.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * One command line run in this process: what it printed and its exit code. The clock stands still,
 * the environment is what the test says, nobody sits at a terminal.
 */
public record Invocation(int exit, String stdout, String stderr) {

  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2020-11-06T02:00:00Z"), ZoneOffset.UTC);

  public static Invocation of(Path folder, String... words) {
    return of(folder, Map.of(), new byte[0], List.of(words));
  }

  public static Invocation of(
      Path folder, Map<String, String> environment, byte[] stdin, List<String> words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        new Surroundings(
            CLOCK, folder, environment, new ByteArrayInputStream(stdin), false, false, 100);
    String[] args = words.toArray(String[]::new);
    int exit = new Wiring(surroundings, new PrintWriter(out), new PrintWriter(err), args).run(args);
    return new Invocation(exit, out.toString(), err.toString());
  }
}
