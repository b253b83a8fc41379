package dev.partnerops.evaluating;

import dev.partnerops.command.Session;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Step;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.programme.Programme;
import dev.partnerops.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges an entity once more from what a stored run measured, keeping every step: the code that
 * decides is the code that explains.
 */
public final class Explanations {

  private final Session session;

  public Explanations(Session session) {
    this.session = session;
  }

  /**
   * What a run decided of one entity, and the steps that led there.
   *
   * @param editions the policies the run used
   */
  public record Explained(
      Run run,
      List<Programme> editions,
      EntityDecision decision,
      List<GrantDecision> grants,
      List<FeeStatement> fees,
      List<Step> steps) {}

  /**
   * Every decision on an entity of that id (a provider has one a role) in the approved run of a
   * period, else in its newest proposal. No run is a failed precondition that names the command.
   *
   * @param role empty: every role
   */
  public List<Explained> explain(
      @Nullable String programme, @Nullable String period, String id, String role) {
    try (Store store = session.openToRead("explain");
        EvaluationStore bench = EvaluationStore.open(session, store, store.lastBatch())) {
      Run run = run(bench, programme, period);
      try (EvaluationStore then = EvaluationStore.ofRun(session, store, run)) {
        return explain(then, run, id, role);
      }
    }
  }

  private Run run(EvaluationStore bench, @Nullable String asked, @Nullable String askedPeriod) {
    List<Programme> all = bench.programmes().find(asked);
    LocalDate asOf = session.asOf(all.getLast().zone());
    Period period = PeriodChoice.choose(all, askedPeriod == null ? "" : askedPeriod, asOf, false);
    RunStore runs = bench.runs();
    String programme = all.getLast().id();
    List<Run> proposed =
        runs.of(programme, period).stream()
            .filter(run -> run.status() == RunStatus.PROPOSED)
            .toList();
    return runs.findApproved(programme, period)
        .or(() -> proposed.stream().reduce((first, last) -> last))
        .orElseThrow(() ->
            new ToolException.Precondition(
                Message.of("evaluating.nothing-to-explain", programme, period.label())));
  }

  private static List<Explained> explain(EvaluationStore bench, Run run, String id, String role) {
    RunRows rows = bench.runs().rows(run.run());
    List<Programme> editions = bench.programmes().asStored(run, bench.runs());
    List<Explained> explained = new ArrayList<>();
    for (EntityDecision decision : rows.decisions()) {
      EntityId entity = decision.id();
      if (!entity.id().equals(id) || !(role.isEmpty() || entity.role().equals(role))) {
        continue;
      }
      explained.add(
          new Explained(
              run,
              editions,
              decision,
              rows.grants().stream().filter(grant -> grant.id().equals(entity)).toList(),
              rows.fees().stream().filter(fee -> fee.id().equals(entity)).toList(),
              bench.evaluator().steps(run, rows, entity)));
    }
    if (explained.isEmpty()) {
      throw new ToolException.Usage(
          Message.of(
              "evaluating.entity-unknown", id, run.programme(), run.period().label(), run.run()));
    }
    return explained;
  }
}
