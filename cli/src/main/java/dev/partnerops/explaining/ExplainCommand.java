package dev.partnerops.explaining;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.evaluating.Explanations;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code explain ENTITY_ID}: why a decision is as it is, each clause of the policy with its value
 * and verdict, and what would have made another (SPEC section 6).
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

  @Option(names = "--rows", paramLabel = "METRIC", descriptionKey = "rows")
  private @Nullable String rows;

  public ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Explanations.Asked asked = new Explanations.Asked(programme, period, entity, role);
    return new Explanations(session)
        .explain(
            asked,
            answer -> {
              Explaining explaining = new Explaining(session, answer);
              if (rows == null) {
                explaining.print();
              } else {
                explaining.printRows(rows);
              }
              return ExitCode.DONE;
            });
  }
}
