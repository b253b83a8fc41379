package dev.partnerops.checking;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.FailOn;
import dev.partnerops.command.Session;
import dev.partnerops.programme.ProgrammeSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy}: commands for those who write policies. Runs only to show them. */
@Command(name = "policy")
public final class PolicyCommand implements Runnable {

  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  public PolicyCommand(Session session) {
    this.session = session;
  }

  /** Findings are the answer: faults end it with exit 4, warnings only where asked for. */
  @Command(name = "lint")
  int lint(
      @Parameters(arity = "0..*", paramLabel = "PROGRAMME", descriptionKey = "programmes")
          @Nullable List<String> programmes,
      @Mixin FailOn failOn) {
    failOn.require(List.of(PolicyLint.WARNING));
    return new PolicyLint(session)
        .print(programmes == null ? List.of() : programmes, failOn.asks(PolicyLint.WARNING));
  }

  /** Cases that fail and files with faults end it with exit 4 (RULES 24). */
  @Command(name = "test")
  int test(
      @Parameters(arity = "0..*", paramLabel = "PROGRAMME|FILE", descriptionKey = "tests")
          @Nullable List<String> tests,
      @Option(names = "--boundaries", descriptionKey = "boundaries") boolean boundaries) {
    List<String> asked = tests == null ? List.of() : tests;
    return boundaries
        ? new PolicyEdges(session).print(asked)
        : new PolicyTests(session).print(asked);
  }

  @Command(name = "schema")
  int schema(@Option(names = "--tests", descriptionKey = "tests") boolean tests) {
    session.print(tests ? ProgrammeSchema.ofTests() : ProgrammeSchema.text());
    return ExitCode.DONE;
  }

  @Override
  public void run() {
    spec.commandLine().usage(session.out());
  }
}
