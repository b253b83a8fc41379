package dev.partnerops.nightly;

import dev.partnerops.approving.Approvals;
import dev.partnerops.command.Session;
import dev.partnerops.evaluating.EvaluationStore;
import dev.partnerops.evaluating.Evaluations;
import dev.partnerops.evaluating.OrderData;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Programmes;
import dev.partnerops.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates what is due, programme by programme, those that others read before those that read them
 * (RULES 11). A period that cannot be evaluated holds up the later ones of its programme and nobody
 * else.
 */
final class Judging {

  private final Session session;
  private final Store store;
  private final NightOptions options;
  private final NightRecord record;
  private final NightLog log;
  private final List<Step.OfRun> left = new ArrayList<>();

  Judging(Session session, Store store, NightOptions options, NightRecord record, NightLog log) {
    this.session = session;
    this.store = store;
    this.options = options;
    this.record = record;
    this.log = log;
  }

  /** Asks for each programme that was named before anything is done. */
  void requireProgrammes() {
    if (options.programmes().isEmpty()) {
      return;
    }
    try (EvaluationStore bench = bench()) {
      Set<String> known = bench.programmes().latest().keySet();
      for (String id : options.programmes()) {
        if (!known.contains(id)) {
          throw Programmes.unknown(id, known);
        }
      }
    }
  }

  /** Evaluates; gives what was left undone, with its reasons. */
  List<Step.OfRun> run() {
    Map<String, List<Programme>> programmes = new LinkedHashMap<>();
    try (EvaluationStore bench = bench()) {
      for (String id : bench.programmes().latest().keySet()) {
        if (options.programmes().isEmpty() || options.programmes().contains(id)) {
          programmes.put(id, bench.programmes().find(id));
        }
      }
    }
    programmes.forEach(this::judge);
    return left;
  }

  private EvaluationStore bench() {
    return EvaluationStore.open(session, store, store.lastBatch());
  }

  private void judge(String programme, List<Programme> editions) {
    List<Run> runs = runs().list(programme);
    Set<Long> ours = ours(programme);
    for (Run run : runs) {
      // Made before a kill, which came before its approval.
      if (ours.contains(run.run()) && run.status() == RunStatus.PROPOSED) {
        approve(run);
      }
    }
    if (options.refresh()) {
      runs.stream()
          .filter(run -> run.status() == RunStatus.PROPOSED && !ours.contains(run.run()))
          .sorted(Comparator.comparing(Run::period))
          .forEach(run -> evaluate(programme, editions, run.period()));
    }
    Period last = runs.stream().map(Run::period).max(Comparator.naturalOrder()).orElse(null);
    Step.OfRun obstacle = null;
    for (Period period : DuePeriods.of(editions, record.asOf(), last)) {
      if (obstacle == null) {
        obstacle = evaluate(programme, editions, period);
      } else {
        leave(programme, period, obstacle.status(), null, obstacle.reason());
      }
    }
    reportWaiting(programme);
  }

  private RunStore runs() {
    return new RunStore(store.sql());
  }

  /** The runs of a programme that this night made. */
  private Set<Long> ours(String programme) {
    return record.runs().stream()
        .filter(step -> step.programme().equals(programme) && step.run() != null)
        .map(Step.OfRun::run)
        .collect(Collectors.toSet());
  }

  /** What was in the way; null where the period was evaluated. */
  private Step.@Nullable OfRun evaluate(String programme, List<Programme> editions, Period period) {
    boolean readsOrders;
    try (EvaluationStore bench = bench()) {
      readsOrders = bench.readsOrders(editions);
      if (readsOrders) {
        OrderData.examine(bench, period, record.asOf(), completeTo(period));
      }
    } catch (ToolException.Precondition incomplete) {
      return leave(programme, period, Step.RunStatus.INCOMPLETE, null, text(incomplete));
    }
    try {
      Evaluations.Asked asked =
          new Evaluations.Asked(programme, period.label(), false, options.by(), null, false);
      List<Long> made = new ArrayList<>();
      new Evaluations(session, asked, run -> note(programme, period, run, made)).evaluate(store);
      store.giveWay();
      for (long run : made) {
        log.event(NightLog.Level.INFO, "run.proposed", fields(programme, period, run, null));
        approve(runs().required(run));
      }
      return null;
    } catch (ToolException.Precondition blocked) {
      store.rollback();
      return leave(programme, period, Step.RunStatus.WAITING, null, text(blocked));
    } catch (ToolException.Policy | ToolException.Usage faulty) {
      store.rollback();
      return leave(programme, period, Step.RunStatus.FAILED, null, text(faulty));
    }
  }

  /** The day orders must reach: a missing file must not downgrade everybody. */
  private LocalDate completeTo(Period period) {
    return options.completeTo() == null ? period.last() : options.completeTo();
  }

  private void note(String programme, Period period, long run, List<Long> made) {
    record.add(new Step.OfRun(programme, period.label(), Step.RunStatus.PROPOSED, run, null, null));
    made.add(run);
  }

  private void approve(Run run) {
    if (!options.autoApprove()) {
      return;
    }
    try {
      new Approvals(session)
          .approve(
              store,
              run.run(),
              options.by(),
              entries ->
                  record.add(
                      new Step.OfRun(
                          run.programme(),
                          run.period().label(),
                          Step.RunStatus.APPROVED,
                          run.run(),
                          entries,
                          null)));
      log.event(
          NightLog.Level.INFO,
          "run.approved",
          fields(run.programme(), run.period(), run.run(), null));
      store.giveWay();
    } catch (ToolException.Precondition refused) {
      store.rollback();
      leave(run.programme(), run.period(), Step.RunStatus.WAITING, run.run(), text(refused));
    }
  }

  /** Proposals of other nights and people; ours are among the runs. */
  private void reportWaiting(String programme) {
    Set<Long> ours = ours(programme);
    for (Run run : runs().list(programme)) {
      if (run.status() == RunStatus.PROPOSED && !ours.contains(run.run())) {
        leave(
            programme,
            run.period(),
            Step.RunStatus.WAITING,
            run.run(),
            session.messages().text(Message.of("nightly.waits", run.run())));
      }
    }
  }

  private Step.OfRun leave(
      String programme,
      Period period,
      Step.RunStatus status,
      @Nullable Long run,
      @Nullable String reason) {
    Step.OfRun step = new Step.OfRun(programme, period.label(), status, run, null, reason);
    left.add(step);
    log.event(
        status == Step.RunStatus.WAITING ? NightLog.Level.INFO : NightLog.Level.WARN,
        "run." + status,
        fields(programme, period, run, reason));
    return step;
  }

  private static Map<String, @Nullable Object> fields(
      String programme, Period period, @Nullable Long run, @Nullable String reason) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("programme", programme);
    fields.put("period", period.label());
    fields.put("run", run);
    fields.put("reason", reason);
    return fields;
  }

  private String text(ToolException failure) {
    return session.messages().text(failure.text());
  }
}
