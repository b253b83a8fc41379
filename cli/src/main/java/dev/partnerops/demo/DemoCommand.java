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
 * {@code demo [DIR]}: the samples imported, evaluated, approved and shown (SPEC section 6, RULES
 * 53).
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

  private static final List<String> DATA_SETS =
      List.of(
          "merchants",
          "providers",
          "promoters",
          "leaders",
          "products",
          "affiliations",
          "orders",
          "sessions",
          "bookings",
          "courses",
          "enrolments",
          "violations",
          "promotions",
          "tasks",
          "figures");

  /** What is judged, in this order: each period of a ladder needs the one before. */
  private static final List<Judged> JUDGED =
      List.of(
          new Judged("service-provider-partner", "2020-07"),
          new Judged("service-provider-partner", "2020-08"),
          new Judged("service-provider-partner", "2020-09"),
          new Judged("service-provider-partner", "2020-10"),
          new Judged("supply-chain-badges", "2020-Q3"),
          new Judged("fanxing", "2020-10-31"),
          new Judged("fanxing", "2020-11-01"),
          new Judged("fanxing", "2020-11-03"));

  /** Lines worth trying next; commands are not translated. */
  private static final List<String> NEXT =
      List.of(
          "explain P14 --programme service-provider-partner --period 2020-10",
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

  private record Judged(String programme, String period) {}

  @Override
  public Integer call() {
    Path samples = samples();
    Path target = session.path(folder == null ? Path.of("partnerops-demo") : folder);
    WorkspaceMaker.make(target, CONFIGURATION, session.use("demo"));
    copy(samples.resolve("programmes"), target.resolve("programmes"));
    copy(samples.resolve("programmes/tests"), target.resolve("programmes/tests"));
    copy(samples.resolve("mappings"), target.resolve("mappings"));
    session.notice(Message.of("demo.made", target));
    for (String dataSet : DATA_SETS) {
      quietly(target, "import", dataSet, samples.resolve("csv/" + dataSet + ".csv").toString());
    }
    session.notice(Message.of("demo.imported", DATA_SETS.size()));
    for (Judged judged : JUDGED) {
      quietly(target, "score", "--programme", judged.programme(), "--period", judged.period());
      quietly(
          target,
          "approve",
          "--programme",
          judged.programme(),
          "--period",
          judged.period(),
          "--by",
          "demo");
    }
    session.notice(Message.of("demo.judged", JUDGED.size()));
    show(target);
    session.out().println();
    session.say(List.of(Message.of("demo.next", relative(target))));
    NEXT.forEach(line -> session.out().println("  partnerops " + line));
    return ExitCode.DONE;
  }

  private void show(Path target) {
    heading("demo.tiers");
    shown(
        target,
        "tier",
        "--programme",
        "service-provider-partner",
        "--period",
        "2020-10",
        "--columns",
        "segment,entity_id,name,score,tier_before,tier_after,action");
    heading("demo.badges");
    shown(
        target,
        "badge",
        "--programme",
        "supply-chain-badges",
        "--period",
        "2020-Q3",
        "--columns",
        "rank,entity_id,name,value,badge");
    heading("demo.subsidies");
    shown(
        target,
        "subsidy",
        "--programme",
        "fanxing",
        "--period",
        "2020-10-31",
        "--columns",
        "benefit,entity_id,name,status,amount,reasons");
    heading("demo.fees");
    shown(
        target,
        "fee",
        "--programme",
        "fanxing",
        "--period",
        "2020-11-01",
        "--columns",
        "entity_id,name,base_before,base_after,amount,standard_amount,saved");
  }

  private void heading(String key) {
    session.out().println();
    session.say(List.of(Message.of(key)));
  }

  private void shown(Path target, String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("-o", "table"));
    run(target, line, session.out());
  }

  private void quietly(Path target, String... words) {
    run(target, List.of(words), new PrintWriter(new StringWriter()));
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
    if (place == null || !Files.isDirectory(Path.of(place))) {
      throw new ToolException.Usage(Message.of("demo.no-samples", SAMPLES_VARIABLE));
    }
    return Path.of(place);
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
