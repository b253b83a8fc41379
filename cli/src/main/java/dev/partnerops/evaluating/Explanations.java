package dev.partnerops.evaluating;

import dev.partnerops.command.Session;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Judgement;
import dev.partnerops.deciding.Rejudging;
import dev.partnerops.deciding.Step;
import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.Horizon;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunPart;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.ledger.StandingOverride;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Message;
import dev.partnerops.model.Money;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.programme.Programme;
import dev.partnerops.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges entities once more from what a stored run measured, keeping every step: the code that
 * decides is the code that explains.
 */
public final class Explanations {

  /** So many approved periods of its history are told. */
  private static final int PERIODS = 6;

  private final Session session;

  public Explanations(Session session) {
    this.session = session;
  }

  /**
   * Whom to explain.
   *
   * @param programme id or file; absent: the only one there is
   * @param period absent: the last that ended by the as-of day
   * @param role empty: every role
   */
  public record Asked(
      @Nullable String programme, @Nullable String period, String id, String role) {}

  /**
   * All that a run says of an id; to be read while the store is open.
   *
   * @param editions the policies the run used
   * @param then the store as the run saw it
   * @param explained every decision on the id: a provider has one a role
   * @param unjudged where there is none: why, for each entity of the id
   */
  public record Answer(
      Run run,
      List<Programme> editions,
      EvaluationStore then,
      List<Explained> explained,
      List<Unjudged> unjudged) {}

  /**
   * What a run decided of one entity, and what led there.
   *
   * @param editions the policies the run used; {@code edition} the one that judges it
   * @param again judges it with other values
   * @param override that set its tier by hand; absent: none did
   * @param history what approved runs decided of it, oldest first, up to this period
   * @param entries of the ledger that are its own in this programme, oldest first
   */
  public record Explained(
      Run run,
      List<Programme> editions,
      Programme edition,
      EntityDecision decision,
      List<GrantDecision> grants,
      List<FeeStatement> fees,
      List<Step> steps,
      @Nullable StandingOverride override,
      Rejudging again,
      List<Decided> history,
      List<Entry> entries) {}

  /** What an approved run decided of an entity. */
  public record Decided(Period period, long run, EntityDecision decision) {}

  /**
   * Tells what the approved run of a period, else its newest proposal, decided of an id. No run is
   * a failed precondition that names the command, an id that the store does not know a usage
   * failure.
   */
  public <T> T explain(Asked asked, Function<Answer, T> tell) {
    try (Store store = session.openToRead("explain");
        EvaluationStore bench = EvaluationStore.open(session, store, store.lastBatch())) {
      Run run = run(bench, asked);
      try (EvaluationStore then = EvaluationStore.ofRun(session, store, run)) {
        return tell.apply(answer(bench, then, run, asked));
      }
    }
  }

  private Run run(EvaluationStore bench, Asked asked) {
    List<Programme> all = bench.programmes().find(asked.programme());
    LocalDate asOf = session.asOf(all.getLast().zone());
    String spelled = asked.period();
    Period period = PeriodChoice.choose(all, spelled == null ? "" : spelled, asOf, false);
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

  private static Answer answer(EvaluationStore bench, EvaluationStore then, Run run, Asked asked) {
    RunRows rows = then.runs().rows(run.run());
    List<Programme> editions = then.programmes().asStored(run, then.runs());
    List<EntityDecision> decisions =
        rows.decisions().stream().filter(decision -> isAsked(decision.id(), asked)).toList();
    List<StandingOverride> obeyed = then.evaluator().obeyed(run);
    if (decisions.isEmpty()) {
      Unjudging unjudging = new Unjudging(run, editions, rows, obeyed);
      return new Answer(run, editions, then, List.of(), unjudging.find(then, bench, asked));
    }
    Set<EntityId> ids = new TreeSet<>();
    decisions.forEach(decision -> ids.add(decision.id()));
    Evaluator.Traced again = then.evaluator().again(run, rows, ids);
    Map<EntityId, List<Decided>> history = history(then.runs(), run, ids);
    Map<EntityId, List<Entry>> entries = entries(then, run, ids);
    List<Explained> explained = new ArrayList<>();
    for (EntityDecision decision : decisions) {
      EntityId id = decision.id();
      List<GrantDecision> grants =
          rows.grants().stream().filter(grant -> grant.id().equals(id)).toList();
      Judgement judgement =
          again.judgements().stream()
              .filter(each -> each.steps().containsKey(id))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("not judged again: " + id));
      Rejudging rejudging = Rejudging.of(judgement, id, granted(run, grants)).orElseThrow();
      explained.add(
          new Explained(
              run,
              editions,
              judgement.input().programme(),
              decision,
              grants,
              rows.fees().stream().filter(fee -> fee.id().equals(id)).toList(),
              again.steps(id),
              obeyed.stream()
                  .filter(override -> override.entity().equals(id))
                  .findFirst()
                  .orElse(null),
              rejudging,
              history.getOrDefault(id, List.of()),
              entries.getOrDefault(id, List.of())));
    }
    return new Answer(run, editions, then, explained, List.of());
  }

  static boolean isAsked(EntityId entity, Asked asked) {
    return entity.id().equals(asked.id())
        && (asked.role().isEmpty() || entity.role().equals(asked.role()));
  }

  private static Map<String, Money> granted(Run run, List<GrantDecision> grants) {
    Map<String, Money> granted = new HashMap<>();
    for (GrantDecision grant : grants) {
      if (grant.period().equals(run.period().label())) {
        granted.merge(grant.benefit(), grant.amount(), Money::plus);
      }
    }
    return granted;
  }

  private static Map<EntityId, List<Decided>> history(RunStore runs, Run run, Set<EntityId> ids) {
    List<Run> approved = runs.approvedUntil(run.programme(), run.period().last());
    Map<EntityId, List<Decided>> history = new HashMap<>();
    for (Run past : approved.subList(Math.max(0, approved.size() - PERIODS), approved.size())) {
      for (EntityDecision decision :
          runs.rows(past.run(), EnumSet.of(RunPart.DECISION)).decisions()) {
        if (ids.contains(decision.id())) {
          history
              .computeIfAbsent(decision.id(), id -> new ArrayList<>())
              .add(new Decided(past.period(), past.run(), decision));
        }
      }
    }
    return history;
  }

  private static Map<EntityId, List<Entry>> entries(
      EvaluationStore then, Run run, Set<EntityId> ids) {
    Map<EntityId, List<Entry>> entries = new HashMap<>();
    for (Entry entry : then.ledger().ofProgramme(run.programme(), Horizon.NOW)) {
      if (ids.contains(entry.entity())) {
        entries.computeIfAbsent(entry.entity(), id -> new ArrayList<>()).add(entry);
      }
    }
    return entries;
  }
}
