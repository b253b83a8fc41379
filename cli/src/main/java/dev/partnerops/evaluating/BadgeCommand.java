package dev.partnerops.evaluating;

import dev.partnerops.command.EvaluationOptions;
import dev.partnerops.command.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code badge}: who is ranked where and wears which badge (SPEC section 6). */
@Command(name = "badge")
public final class BadgeCommand implements Callable<Integer> {

  private static final PartCommand PART =
      new PartCommand(
          "badge",
          List.of("empty"),
          Parts::badge,
          (evaluated, word) ->
              evaluated.rows().decisions().stream()
                  .noneMatch(decision -> !decision.badge().isEmpty()));

  private final Session session;

  @Mixin private EvaluationOptions options = new EvaluationOptions();

  public BadgeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return PART.run(session, options);
  }
}
