package dev.partnerops.evaluating;

import dev.partnerops.command.EvaluationOptions;
import dev.partnerops.command.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code score}: scores and ranks of one programme for one period (SPEC section 6). */
@Command(name = "score")
public final class ScoreCommand implements Callable<Integer> {

  private static final PartCommand PART =
      new PartCommand(
          "score",
          List.of("failed", "not_rated"),
          Parts::score,
          (evaluated, word) ->
              evaluated.rows().decisions().stream()
                  .anyMatch(decision -> decision.status().word().equals(word)));

  private final Session session;

  @Mixin private EvaluationOptions options = new EvaluationOptions();

  public ScoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return PART.run(session, options);
  }
}
