package dev.partnerops.evaluating;

import dev.partnerops.command.EvaluationOptions;
import dev.partnerops.command.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code subsidy}: who is entitled to which benefit, and how much (SPEC section 6). */
@Command(name = "subsidy")
public final class SubsidyCommand implements Callable<Integer> {

  private static final PartCommand PART =
      new PartCommand(
          "subsidy",
          List.of("ineligible", "already_granted", "exhausted", "clawed_back"),
          Parts::subsidy,
          (evaluated, word) ->
              evaluated.rows().grants().stream()
                  .anyMatch(grant -> grant.status().word().equals(word)));

  private final Session session;

  @Mixin private EvaluationOptions options = new EvaluationOptions();

  public SubsidyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return PART.run(session, options);
  }
}
