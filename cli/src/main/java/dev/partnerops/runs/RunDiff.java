package dev.partnerops.runs;

import dev.partnerops.command.Session;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Standing;
import dev.partnerops.deciding.Step;
import dev.partnerops.evaluating.AffiliationStore;
import dev.partnerops.evaluating.EvaluationStore;
import dev.partnerops.evaluating.OrderOwners;
import dev.partnerops.evaluating.RunComparison;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunPart;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.metrics.Entities;
import dev.partnerops.metrics.MetricStore;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.orders.OrderChange;
import dev.partnerops.orders.OrderChanges;
import dev.partnerops.orders.OrderRow;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.programme.Programme;
import dev.partnerops.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What two runs of a programme decided differently, a row a result, and why: which edition, clause
 * or rows. Only the entities that changed are judged again with every step kept.
 */
final class RunDiff {

  /** So many entities are explained at once: their steps are held in memory. */
  private static final int EXPLAINED_AT_ONCE = 20_000;

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("part"),
          Column.text("entity_id"),
          Column.text("role"),
          Column.text("name"),
          Column.text("what"),
          Column.text("a"),
          Column.text("b"),
          Column.text("because"));

  private final Session session;
  private final Store store;
  private final RunStore runs;

  RunDiff(Session session, Store store) {
    this.session = session;
    this.store = store;
    this.runs = new RunStore(store.sql());
  }

  ResultTable between(Run a, Run b) {
    if (!a.programme().equals(b.programme())) {
      throw new ToolException.Usage(
          Message.of("runs.diff-programmes", a.run(), a.programme(), b.run(), b.programme()));
    }
    RunComparison.Side left = new RunComparison.Side(a, runs.rows(a.run()));
    RunComparison.Side right = new RunComparison.Side(b, runs.rows(b.run()));
    List<RunComparison.Change> changes = RunComparison.ofResults(left, right);
    if (changes.isEmpty()) {
      session.notice(Message.of("runs.diff-none", a.run(), b.run()));
      return new ResultTable(COLUMNS, List.of());
    }
    try (EvaluationStore of = EvaluationStore.ofRun(session, store, a);
        EvaluationStore other = EvaluationStore.ofRun(session, store, b)) {
      return new ResultTable(COLUMNS, rows(changes, left, of, right, other));
    }
  }

  private List<List<@Nullable Object>> rows(
      List<RunComparison.Change> changes,
      RunComparison.Side a,
      EvaluationStore ofA,
      RunComparison.Side b,
      EvaluationStore ofB) {
    List<Programme> policiesA = ofA.programmes().asStored(a.run(), runs);
    List<Programme> policiesB = ofB.programmes().asStored(b.run(), runs);
    Set<EntityId> changed = new TreeSet<>();
    changes.forEach(change -> changed.add(change.id()));
    Causes causes =
        new Causes(
            new Causes.OfRun(
                a, policiesA, changed, before(a.run(), changed), overrides(ofA, a.run())),
            new Causes.OfRun(
                b, policiesB, changed, before(b.run(), changed), overrides(ofB, b.run())),
            rows(a.run(), b.run(), policiesB.getLast(), changed));
    String[] because = new String[changes.size()];
    List<EntityId> ids = List.copyOf(changed);
    for (int from = 0; from < ids.size(); from += EXPLAINED_AT_ONCE) {
      Set<EntityId> some =
          new TreeSet<>(ids.subList(from, Math.min(ids.size(), from + EXPLAINED_AT_ONCE)));
      Map<EntityId, List<Step>> stepsA = ofA.evaluator().steps(a.run(), a.rows(), some);
      Map<EntityId, List<Step>> stepsB = ofB.evaluator().steps(b.run(), b.rows(), some);
      for (int i = 0; i < because.length; i++) {
        EntityId id = changes.get(i).id();
        if (some.contains(id)) {
          because[i] =
              causes.of(
                  changes.get(i),
                  stepsA.getOrDefault(id, List.of()),
                  stepsB.getOrDefault(id, List.of()));
        }
      }
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < because.length; i++) {
      rows.add(row(changes.get(i), because[i]));
    }
    return rows;
  }

  private static List<@Nullable Object> row(RunComparison.Change change, String because) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(change.part().word());
    row.add(change.id().id());
    row.add(orNothing(change.id().role()));
    row.add(orNothing(change.name()));
    row.add(change.what());
    row.add(orNothing(change.a()));
    row.add(orNothing(change.b()));
    row.add(because);
    return row;
  }

  private static @Nullable String orNothing(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Map<EntityId, Long> overrides(EvaluationStore of, Run run) {
    Map<EntityId, Long> overrides = new HashMap<>();
    of.evaluator().obeyed(run).forEach(each -> overrides.put(each.entity(), each.override()));
    return overrides;
  }

  /** The standings that a run began with, of those entities. */
  private Map<EntityId, Standing> before(Run run, Set<EntityId> changed) {
    Map<EntityId, Standing> before = new HashMap<>();
    if (run.before() != null) {
      RunRows rows = runs.rows(run.before(), EnumSet.of(RunPart.DECISION, RunPart.WAITING));
      rows.waiting()
          .forEach((id, standing) -> {
            if (changed.contains(id)) {
              before.put(id, standing);
            }
          });
      for (EntityDecision decision : rows.decisions()) {
        if (changed.contains(decision.id())) {
          before.put(decision.id(), decision.after());
        }
      }
    }
    return before;
  }

  /** The rows of those entities that changed between the batches of the two runs. */
  private ChangedRows rows(Run a, Run b, Programme policy, Set<EntityId> changed) {
    ChangedRows rows = new ChangedRows();
    if (a.batch() != b.batch()) {
      OrderOwners owners = owners(Math.max(a.batch(), b.batch()), b, policy, changed);
      OrderChanges.between(
          store.connection(),
          a.batch(),
          b.batch(),
          change -> {
            for (EntityId id :
                owners.of(new Ids(change.row(), policy.zone()), OrderOwners.BOTH_SUBJECTS)) {
              rows.add(id, DataSets.ORDERS, kind(change), change.row().orderId);
            }
          });
      new ChangedRowsStore(store.sql(), session.dataSets(), policy.entity(), changed)
          .addTo(rows, a.batch(), b.batch());
    }
    return rows;
  }

  private static ChangedRows.Kind kind(OrderChange change) {
    return switch (change.kind()) {
      case ADDED -> ChangedRows.Kind.ADDED;
      case AMENDED -> ChangedRows.Kind.AMENDED;
      case GONE -> ChangedRows.Kind.GONE;
    };
  }

  private OrderOwners owners(long batch, Run run, Programme policy, Set<EntityId> changed) {
    try (MetricStore metrics = MetricStore.over(store, session.dataSets(), batch)) {
      Entities entities = new Entities(metrics, run.asOf(), policy.zone());
      boolean isProvider = policy.entity().equals(EntityKind.PROVIDER);
      return new OrderOwners(
          policy.entity(),
          changed,
          entities::load,
          isProvider ? new AffiliationStore(store.sql()).of(changed::contains, batch) : List.of());
    }
  }

  /** Whose an order is, as its row says. */
  private record Ids(OrderRow row, ZoneId zone) implements OrderOwners.Ids {

    @Override
    public @Nullable String id(String column) {
      return switch (column) {
        case "merchant_id" -> row.merchantId;
        case "promoter_id" -> row.promoterId;
        case "leader_id" -> row.leaderId;
        case "sku_id" -> row.skuId;
        case "session_id" -> row.sessionId;
        default -> throw new IllegalArgumentException(column);
      };
    }

    @Override
    public LocalDate paidOn() {
      return LocalDate.ofInstant(Instant.ofEpochSecond(row.paidAt), zone);
    }
  }
}
