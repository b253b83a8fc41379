package dev.partnerops.evaluating;

import static dev.partnerops.sql.Tables.BATCH;

import dev.partnerops.command.Session;
import dev.partnerops.command.Version;
import dev.partnerops.ledger.LedgerStore;
import dev.partnerops.ledger.MonthStore;
import dev.partnerops.ledger.OverrideStore;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunInputs;
import dev.partnerops.ledger.RunInputsStore;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.metrics.Catalogue;
import dev.partnerops.metrics.Entities;
import dev.partnerops.metrics.MetricStore;
import dev.partnerops.metrics.Metrics;
import dev.partnerops.model.Message;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.References;
import dev.partnerops.sql.tables.Batch;
import dev.partnerops.store.Store;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.impl.DSL;

/**
 * All that evaluating needs, over one open store as of one batch: policies, metrics, runs, ledger.
 */
public final class EvaluationStore implements AutoCloseable {

  private final Store store;
  private final MetricStore metricStore;
  private final Catalogue catalogue;
  private final Policies policies;
  private final long batch;

  private EvaluationStore(Store store, Catalogue catalogue, Policies policies, long batch) {
    this.store = store;
    this.metricStore = MetricStore.over(store, catalogue.dataSets(), batch);
    this.catalogue = catalogue;
    this.policies = policies;
    this.batch = batch;
  }

  public static EvaluationStore open(Session session, Store store, long batch) {
    Catalogue catalogue = Catalogue.of(session.dataSets(), session.workspace().metrics());
    return new EvaluationStore(store, catalogue, new Policies(session, catalogue), batch);
  }

  /**
   * All that a stored run could read and nothing else: its batch, its policies, its files. Where a
   * run was stored before runs kept their files, those of the workspace stand in, and that is said.
   */
  public static EvaluationStore ofRun(Session session, Store store, Run run) {
    RunInputs inputs = new RunInputsStore(store.sql()).of(run.run());
    if (!inputs.areKept()) {
      session.notice(Message.of("evaluating.sources-unknown", run.run()));
      return open(session, store, run.batch());
    }
    Catalogue catalogue = Sources.catalogue(inputs.sources());
    Policies policies =
        new Policies(session, catalogue, run, inputs.sources(), new RunStore(store.sql()));
    return new EvaluationStore(store, catalogue, policies, run.batch());
  }

  public Policies programmes() {
    return policies;
  }

  /** The metrics there are, with their titles and units. */
  public Catalogue catalogue() {
    return catalogue;
  }

  public Metrics metrics() {
    return new Metrics(catalogue, metricStore);
  }

  /** What a store holds of metrics, as of the batch. */
  public MetricStore metricStore() {
    return metricStore;
  }

  /** The batch it is read as of. */
  public long batch() {
    return batch;
  }

  public RunStore runs() {
    return new RunStore(store.sql());
  }

  /** What each run read. */
  public RunInputsStore inputs() {
    return new RunInputsStore(store.sql());
  }

  public LedgerStore ledger() {
    return new LedgerStore(store.sql());
  }

  public OverrideStore overrides() {
    return new OverrideStore(store.sql());
  }

  public MonthStore months() {
    return new MonthStore(store.sql());
  }

  /** The entities of this batch by a day, whose times are days in that zone. */
  public Entities entities(LocalDate asOf, ZoneId zone) {
    return new Entities(metricStore, asOf, zone);
  }

  /** The day of the newest order that any standing batch brought; empty while there is none. */
  public Optional<LocalDate> findNewestOrderDay() {
    Batch other = BATCH.as("other");
    return Optional.ofNullable(
        store
            .sql()
            .select(DSL.max(BATCH.MAX_DAY))
            .from(BATCH)
            .where(BATCH.DATASET.eq("orders"))
            .and(DSL.notExists(DSL.selectOne().from(other).where(other.WITHDRAWS.eq(BATCH.BATCH_))))
            .fetchOne(0, LocalDate.class));
  }

  /** Whether any metric of these policies is reckoned from orders. */
  public boolean readsOrders(List<Programme> editions) {
    return editions.stream()
        .anyMatch(edition ->
            References.metricsOf(edition).stream()
                .anyMatch(reference -> catalogue.readsOrders(reference, edition.entity())));
  }

  /** The files of all batches, by number. */
  public Map<Long, String> files() {
    return store
        .sql()
        .select(BATCH.BATCH_, BATCH.FILE)
        .from(BATCH)
        .fetchMap(BATCH.BATCH_, BATCH.FILE);
  }

  public Evaluator evaluator() {
    return new Evaluator(
        policies, new Past(policies, store), runs(), metricStore, metrics(), batch, Version.read());
  }

  /** Evaluations that are not stored, all on the data of that day. */
  public Trials trials(LocalDate asOf) {
    return new Trials(policies, runs(), ledger(), overrides(), metricStore, catalogue, batch, asOf);
  }

  @Override
  public void close() {
    metricStore.close();
  }
}
