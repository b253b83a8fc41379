package dev.partnerops.evaluating;

import dev.partnerops.command.EvaluationOptions;
import dev.partnerops.command.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fee}: what everybody is charged (SPEC section 6). */
@Command(name = "fee")
public final class FeeCommand implements Callable<Integer> {

  private static final PartCommand PART =
      new PartCommand(
          "fee",
          List.of("negative"),
          Parts::fee,
          (evaluated, word) ->
              evaluated.rows().fees().stream().anyMatch(fee -> fee.amount().signum() < 0));

  private final Session session;

  @Mixin private EvaluationOptions options = new EvaluationOptions();

  public FeeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return PART.run(session, options);
  }
}
