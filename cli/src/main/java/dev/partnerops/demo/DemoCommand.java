package dev.partnerops.demo;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.workspace.WorkspaceMaker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code demo [DIR]}: the samples imported, evaluated, approved and shown, by the {@link Tour}
 * (SPEC section 6, RULES 53).
 */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {

  /** Where the launcher says the samples lie. */
  public static final String SAMPLES_VARIABLE = "PARTNEROPS_SAMPLES";

  private static final String CONFIGURATION =
      """
      # The demo's orders end on this day, so the demo looks back from it.
      as_of: 2020-11-05
      zone: Asia/Shanghai
      """;

  /** Lines worth trying next; commands are not translated. */
  private static final List<String> NEXT =
      List.of(
          "explain P14 --programme service-provider-partner --period 2020-10",
          "explain M14 --programme double-hundred --period 2020-10",
          "metrics compute --entity all --window 2020-10-01..2020-10-31 promoters hot_listing_rate",
          "policy test",
          "runs list",
          "metrics compute --entity merchant --window \"last 90 days\" orders gmv refund_rate",
          "query \"select merchant_id, count(*) as orders from orders group by merchant_id\"",
          "score --help");

  private final Session session;
  private final CommandRunner runner;

  @Parameters(arity = "0..1", paramLabel = "DIR", descriptionKey = "folder")
  private @Nullable Path folder;

  public DemoCommand(Session session, CommandRunner runner) {
    this.session = session;
    this.runner = runner;
  }

  @Override
  public Integer call() {
    Path samples = samples();
    Path target = session.path(folder == null ? Path.of("partnerops-demo") : folder);
    WorkspaceMaker.make(target, CONFIGURATION, session.use("demo"));
    copy(samples.resolve("programmes"), target.resolve("programmes"));
    copy(samples.resolve("programmes/tests"), target.resolve("programmes/tests"));
    copy(samples.resolve("mappings"), target.resolve("mappings"));
    session.notice(Message.of("demo.made", target));
    for (Tour.Source source : Tour.SOURCES) {
      String file = samples.resolve("csv/" + source.file() + ".csv").toString();
      quietly(target, List.of("import", source.dataSet(), file));
    }
    session.notice(Message.of("demo.imported", Tour.SOURCES.size()));
    for (Tour.Judged judged : Tour.JUDGED) {
      quietly(target, judged.line("score"));
      quietly(target, judged.line("approve", "--by", "demo"));
    }
    long programmes = Tour.JUDGED.stream().map(Tour.Judged::programme).distinct().count();
    session.notice(Message.of("demo.judged", Tour.JUDGED.size(), programmes));
    Tour.STOPS.forEach(stop -> show(target, stop));
    session.out().println();
    session.say(List.of(Message.of("demo.next", relative(target))));
    NEXT.forEach(line -> session.out().println("  partnerops " + line));
    return ExitCode.DONE;
  }

  /** What a stop is about, the lines to type, and what they print, cut to what it shows. */
  private void show(Path target, Tour.Stop stop) {
    session.out().println();
    session.say(List.of(Message.of(stop.heading())));
    for (Tour.Shown shown : stop.lines()) {
      session.out().println("  partnerops " + shown.typed());
      List<String> line = new ArrayList<>(shown.words());
      line.addAll(shown.shortened());
      line.addAll(List.of("-o", "table"));
      run(target, line, session.out());
    }
  }

  private void quietly(Path target, List<String> words) {
    run(target, words, new PrintWriter(new StringWriter()));
  }

  /** Runs a line on the demo's workspace; one that fails ends the demo with what it said. */
  private void run(Path target, List<String> words, PrintWriter out) {
    List<String> line = new ArrayList<>(words);
    line.addAll(
        List.of("-w", target.toString(), "--lang", session.messages().locale().getLanguage()));
    StringWriter said = new StringWriter();
    int code = runner.run(line, out, new PrintWriter(said));
    if (code != ExitCode.DONE) {
      throw new ToolException.Precondition(
          Message.of("demo.failed", String.join(" ", words), code, said.toString().strip()));
    }
  }

  private Path samples() {
    String place = session.surroundings().environment().get(SAMPLES_VARIABLE);
    Path samples = place == null ? null : session.path(Path.of(place));
    if (samples == null || !Files.isDirectory(samples)) {
      throw new ToolException.Usage(Message.of("demo.no-samples", SAMPLES_VARIABLE));
    }
    return samples;
  }

  private static void copy(Path from, Path to) {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.sorted().toList()) {
        if (Files.isRegularFile(file)) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("command.cannot-write", to, e), e);
    }
  }

  private Path relative(Path target) {
    Path here = session.surroundings().folder();
    return target.startsWith(here) ? here.relativize(target) : target;
  }
}
