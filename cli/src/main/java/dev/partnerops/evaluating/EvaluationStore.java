package dev.partnerops.evaluating;

import static dev.partnerops.sql.Tables.BATCH;

import dev.partnerops.command.Session;
import dev.partnerops.command.Version;
import dev.partnerops.ledger.LedgerStore;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.metrics.Catalogue;
import dev.partnerops.metrics.MetricStore;
import dev.partnerops.metrics.Metrics;
import dev.partnerops.store.Store;
import java.time.LocalDate;
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

  /** The same over the store as of another batch. */
  public EvaluationStore at(long other) {
    return new EvaluationStore(store, catalogue, policies, other);
  }

  public Policies programmes() {
    return policies;
  }

  /** The metrics there are, with their titles and units. */
  public Catalogue catalogue() {
    return catalogue;
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

  public LedgerStore ledger() {
    return new LedgerStore(store.sql());
  }

  /** The day of the newest order that any batch brought; empty while there is none. */
  public Optional<LocalDate> findNewestOrderDay() {
    return Optional.ofNullable(
        store
            .sql()
            .select(DSL.max(BATCH.MAX_DAY))
            .from(BATCH)
            .where(BATCH.DATASET.eq("orders"))
            .fetchOne(0, LocalDate.class));
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
        policies,
        runs(),
        ledger(),
        metricStore,
        new Metrics(catalogue, metricStore),
        batch,
        Version.read());
  }

  @Override
  public void close() {
    metricStore.close();
  }
}
