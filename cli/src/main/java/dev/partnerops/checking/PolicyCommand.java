package dev.partnerops.checking;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.FailOn;
import dev.partnerops.command.Session;
import dev.partnerops.programme.ProgrammeSchema;
import dev.partnerops.wording.Wording;
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

  /** The page has one form whatever {@code -o} says: Markdown. */
  @Command(name = "show")
  int show(
      @Parameters(paramLabel = "PROGRAMME", descriptionKey = "programme-or-file") String programme,
      @Option(names = "--edition", paramLabel = "N", descriptionKey = "edition")
          @Nullable Integer edition) {
    PolicyTexts texts = new PolicyTexts(session);
    Wording words = texts.wording(texts.find(programme, edition));
    session.print(ProgrammePage.of(session.messages(), words));
    return ExitCode.DONE;
  }

  @Command(name = "schema")
  int schema() {
    session.print(ProgrammeSchema.text());
    return ExitCode.DONE;
  }

  @Override
  public void run() {
    spec.commandLine().usage(session.out());
  }
}
