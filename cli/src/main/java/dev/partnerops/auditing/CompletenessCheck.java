package dev.partnerops.auditing;

import dev.partnerops.command.Session;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.evaluating.AffiliationStore;
import dev.partnerops.evaluating.EvaluationStore;
import dev.partnerops.evaluating.OrderOwners;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.programme.Editions;
import dev.partnerops.programme.Programme;
import dev.partnerops.store.Store;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code check --complete PERIOD}: that what the batches say they wrote is in the store, and that
 * each programme counted every order of the period, excluded it with a reason, or could attribute
 * it to nobody.
 */
final class CompletenessCheck implements Check {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("subject"),
          Column.count("run"),
          Column.text("period"),
          Column.text("entity"),
          Column.text("metrics"),
          Column.text("outcome"),
          Column.text("reason"),
          Column.count("orders"),
          Column.money("amount"),
          new Column("ties", Column.Kind.FLAG));

  private final Session session;
  private final Period period;
  private final @Nullable String asked;
  private final List<List<? extends @Nullable Object>> rows = new ArrayList<>();
  private boolean ties = true;

  /**
   * Looks at a period.
   *
   * @param spelled as on the command line; what is none is a usage failure
   * @param asked one programme alone; null: all of the workspace
   */
  CompletenessCheck(Session session, String spelled, @Nullable String asked) {
    this.session = session;
    this.asked = asked;
    this.period =
        Period.parse(spelled)
            .orElseThrow(
                () -> new ToolException.Usage(Message.of("auditing.period-unreadable", spelled)));
  }

  @Override
  public String finding() {
    return "incomplete";
  }

  @Override
  public Found find(Store store) {
    batches(new BatchSumsStore(store.sql(), store.lastBatch()));
    try (EvaluationStore bench = EvaluationStore.open(session, store, store.lastBatch())) {
      for (List<Programme> editions : programmes(bench)) {
        if (readsOrders(editions, bench)) {
          new OfProgramme(store, bench, editions).look();
        }
      }
    }
    return new Found(new ResultTable(COLUMNS, rows), !ties);
  }

  private List<List<Programme>> programmes(EvaluationStore bench) {
    if (asked != null) {
      return List.of(bench.programmes().find(asked));
    }
    return bench.programmes().latest().keySet().stream()
        .sorted(EntityId::compareBytes)
        .map(bench.programmes()::find)
        .toList();
  }

  private static boolean readsOrders(List<Programme> editions, EvaluationStore bench) {
    return editions.stream()
        .anyMatch(edition ->
            OrderOwners.has(edition.entity()) && !Counted.of(edition, bench.catalogue()).isEmpty());
  }

  private void batches(BatchSumsStore sums) {
    Map<Long, Tally> control = sums.controlSums();
    Map<Long, Tally> versions = sums.versions();
    Tally written = Tally.NOTHING;
    for (Map.Entry<Long, Tally> each : control.entrySet()) {
      Tally found = versions.getOrDefault(each.getKey(), Tally.NOTHING);
      written = written.plus(each.getValue());
      if (!found.equals(each.getValue())) {
        add("batch " + each.getKey(), "control_sum", each.getValue(), null);
        add("batch " + each.getKey(), "in_store", found, false);
      }
    }
    Tally stored = Tally.NOTHING;
    for (Tally each : versions.values()) {
      stored = stored.plus(each);
    }
    Tally current = sums.current();
    add("batches", "control_sums", written, null);
    add("orders", "newest_versions", current, null);
    add("orders", "older_versions", stored.minus(current), null);
    add("orders", "all_versions", stored, stored.equals(written));
  }

  /** One programme: the runs of the period, and the days that none has. */
  private final class OfProgramme {

    private final Store store;
    private final EvaluationStore bench;
    private final List<Programme> editions;
    private final ZoneId zone;

    OfProgramme(Store store, EvaluationStore bench, List<Programme> editions) {
      this.store = store;
      this.bench = bench;
      this.editions = editions;
      this.zone = editions.getLast().zone();
    }

    void look() {
      LocalDate next = period.first();
      for (Run run : live(bench.runs(), editions.getLast().id())) {
        DayRange days = days(run.period()).common(days(period));
        if (!days.isEmpty() && !days.first().isBefore(next)) {
          gap(new DayRange(next, days.first().minusDays(1)));
          run(run, days);
          next = days.last().plusDays(1);
        }
      }
      gap(new DayRange(next, period.last()));
    }

    /** The approved run of each period, else its newest proposal, by period. */
    private static List<Run> live(RunStore runs, String programme) {
      Map<Period, Run> byPeriod = new TreeMap<>();
      for (Run run : runs.list(programme)) {
        Run other = byPeriod.get(run.period());
        boolean stands = other != null && other.status() == RunStatus.APPROVED;
        if (run.status() == RunStatus.APPROVED || (run.status() == RunStatus.PROPOSED && !stands)) {
          byPeriod.put(run.period(), run);
        }
      }
      return List.copyOf(byPeriod.values());
    }

    private static DayRange days(Period of) {
      return new DayRange(of.first(), of.last());
    }

    private Tally paidOn(DayRange days) {
      Tally[] sum = {Tally.NOTHING};
      orders().read(store.lastBatch(), days, zone, order -> sum[0] = sum[0].plus(order.tally()));
      return sum[0];
    }

    private PaidOrdersStore orders() {
      return new PaidOrdersStore(
          store.sql(), session.dataSets().find(DataSets.ORDERS).orElseThrow());
    }

    /** Days that belong to periods of the programme, none of which has a run. */
    private void gap(DayRange gap) {
      LocalDate first = null;
      for (LocalDate day = gap.first();
          !day.isAfter(gap.last().plusDays(1));
          day = day.plusDays(1)) {
        boolean owed = !day.isAfter(gap.last()) && isJudged(day);
        if (owed && first == null) {
          first = day;
        } else if (!owed && first != null) {
          notEvaluated(new DayRange(first, day.minusDays(1)));
          first = null;
        }
      }
    }

    private boolean isJudged(LocalDate day) {
      return editions.stream()
          .anyMatch(edition ->
              edition
                  .calendar()
                  .containing(day)
                  .filter(own -> !Editions.inForce(editions, own).all().isEmpty())
                  .isPresent());
    }

    private void notEvaluated(DayRange days) {
      Tally paid = paidOn(days);
      if (!paid.isNothing()) {
        add(editions.getLast().id(), null, days, "", "", "excluded", "not_evaluated", paid, null);
      }
    }

    private void run(Run run, DayRange days) {
      Tally today = paidOn(days);
      try (EvaluationStore then = EvaluationStore.ofRun(session, store, run)) {
        RunOrders orders = new RunOrders(then, run, days);
        List<Partition> partitions =
            orders.partitions(new AffiliationStore(store.sql()).of(provider -> true, run.batch()));
        orders()
            .read(
                run.batch(),
                days,
                zone,
                order -> partitions.forEach(partition -> partition.accept(order)));
        for (Partition partition : partitions) {
          print(run, days, partition, today, orders.findDifference(partition).orElse(""));
        }
      }
    }

    private void print(
        Run run, DayRange days, Partition partition, Tally today, String difference) {
      String entity = partition.label();
      String metrics = partition.counted().label();
      partition.forEach((outcome, heaps) ->
          heaps.forEach((reason, tally) ->
              add(
                  run.programme(),
                  run,
                  days,
                  entity,
                  metrics,
                  outcome.word(),
                  reason,
                  tally,
                  null)));
      Tally late = today.minus(partition.total());
      if (!late.isNothing()) {
        String reason = "batch > " + run.batch();
        add(run.programme(), run, days, entity, metrics, "late", reason, late, null);
      }
      add(
          run.programme(),
          run,
          days,
          entity,
          metrics,
          "all",
          difference,
          today,
          difference.isEmpty());
    }
  }

  private void add(String subject, String outcome, Tally tally, @Nullable Boolean tie) {
    add(subject, null, null, "", "", outcome, "", tally, tie);
  }

  private void add(
      String subject,
      @Nullable Run run,
      @Nullable DayRange days,
      String entity,
      String metrics,
      String outcome,
      String reason,
      Tally tally,
      @Nullable Boolean tie) {
    ties &= tie == null || tie;
    rows.add(
        Arrays.asList(
            subject,
            run == null ? null : run.run(),
            days == null ? "" : days.first() + ".." + days.last(),
            entity,
            metrics,
            outcome,
            reason,
            tally.orders(),
            tally.amount(),
            tie));
  }
}
