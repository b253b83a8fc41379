package dev.partnerops.explaining;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.evaluating.Explanations;
import dev.partnerops.output.Format;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code explain ENTITY_ID}: each clause of the policy with its value, threshold and verdict (SPEC
 * section 6).
 */
@Command(name = "explain")
public final class ExplainCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "ENTITY_ID", descriptionKey = "entity")
  private String entity = "";

  @Option(
      names = {"-p", "--programme"},
      paramLabel = "PROGRAMME",
      descriptionKey = "programme")
  private @Nullable String programme;

  @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "period")
  private @Nullable String period;

  @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "role")
  private String role = "";

  public ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Explanations.Explained> all =
        new Explanations(session).explain(programme, period, entity, role);
    if (session.format() == Format.TABLE || session.format() == Format.MARKDOWN) {
      for (Explanations.Explained explained : all) {
        session.say(ExplanationTexts.summary(explained));
        session.print(StepTable.ofSteps(explained, session.messages()));
      }
    } else {
      session.print(StepTable.of(all, session.messages()));
    }
    return ExitCode.DONE;
  }
}
