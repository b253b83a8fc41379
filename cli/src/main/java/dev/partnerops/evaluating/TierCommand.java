package dev.partnerops.evaluating;

import dev.partnerops.command.EvaluationOptions;
import dev.partnerops.command.Session;
import dev.partnerops.deciding.Action;
import dev.partnerops.deciding.EntityDecision;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tier}: where everybody stands after one period, and why (SPEC section 6). */
@Command(name = "tier")
public final class TierCommand implements Callable<Integer> {

  private static final PartCommand PART =
      new PartCommand(
          "tier",
          Arrays.stream(Action.values()).map(Action::word).toList(),
          Parts::tier,
          (evaluated, word) ->
              evaluated.rows().decisions().stream()
                  .map(EntityDecision::action)
                  .anyMatch(action -> action != null && action.word().equals(word)));

  private final Session session;

  @Mixin private EvaluationOptions options = new EvaluationOptions();

  public TierCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return PART.run(session, options);
  }
}
