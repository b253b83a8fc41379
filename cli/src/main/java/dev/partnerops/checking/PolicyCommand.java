package dev.partnerops.checking;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.FailOn;
import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.ProgrammeSchema;
import dev.partnerops.wording.Wording;
import java.nio.file.Path;
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

  private static final String DIFFERENCE = "difference";

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
    enterHome(programmes);
    return new PolicyLint(session)
        .print(programmes == null ? List.of() : programmes, failOn.asks(PolicyLint.WARNING));
  }

  /** Cases that fail and files with faults end it with exit 4 (RULES 24). */
  @Command(name = "test")
  int test(
      @Parameters(arity = "0..*", paramLabel = "PROGRAMME|FILE", descriptionKey = "tests")
          @Nullable List<String> tests,
      @Option(names = "--boundaries", descriptionKey = "boundaries") boolean boundaries) {
    enterHome(tests);
    List<String> asked = tests == null ? List.of() : tests;
    return boundaries
        ? new PolicyEdges(session).print(asked)
        : new PolicyTests(session).print(asked);
  }

  /** The page has one form whatever {@code -o} says: Markdown. */
  @Command(name = "show")
  int show(
      @Parameters(paramLabel = "PROGRAMME", descriptionKey = "programme-or-file") String programme,
      @Option(names = "--edition", paramLabel = "N", descriptionKey = "edition")
          @Nullable Integer edition) {
    enterHome(List.of(programme));
    PolicyTexts texts = new PolicyTexts(session);
    Wording words = texts.wording(texts.find(programme, edition));
    session.print(ProgrammePage.of(session.messages(), words));
    return ExitCode.DONE;
  }

  /** Two editions, or a file beside the edition it would replace. */
  @Command(name = "diff")
  int diff(
      @Parameters(arity = "1", index = "0", paramLabel = "OLD", descriptionKey = "old") String old,
      @Parameters(arity = "0..1", index = "1", paramLabel = "NEW", descriptionKey = "new")
          @Nullable String fresh,
      @Mixin FailOn failOn) {
    failOn.require(List.of(DIFFERENCE));
    enterHome(List.of(old));
    PolicyTexts texts = new PolicyTexts(session);
    PolicyDiff diff = new PolicyDiff(session, texts);
    boolean differ;
    if (fresh != null) {
      differ = diff.print(texts.find(old, null), texts.find(fresh, null));
    } else if (texts.isFile(old)) {
      Programme file = texts.file(old);
      differ = diff.print(texts.beside(file), file);
    } else {
      throw new ToolException.Usage(Message.of("checking.diff.two", texts.find(old, null).id()));
    }
    return differ && failOn.asks(DIFFERENCE) ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  @Command(name = "schema")
  int schema(@Option(names = "--tests", descriptionKey = "tests") boolean tests) {
    session.print(tests ? ProgrammeSchema.ofTests() : ProgrammeSchema.text());
    return ExitCode.DONE;
  }

  private void enterHome(@Nullable List<String> asked) {
    if (asked != null && !asked.isEmpty()) {
      session.enterHomeOf(Path.of(asked.getFirst()));
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(session.out());
  }
}
