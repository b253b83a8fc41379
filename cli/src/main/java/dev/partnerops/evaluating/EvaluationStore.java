package dev.partnerops.evaluating;

import static dev.partnerops.sql.Tables.BATCH;

import dev.partnerops.command.Session;
import dev.partnerops.command.Version;
import dev.partnerops.ledger.LedgerStore;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.metrics.Catalogue;
import dev.partnerops.metrics.MetricStore;
import dev.partnerops.metrics.Metrics;
import dev.partnerops.metrics.SqlMetric;
import dev.partnerops.metrics.SqlMetrics;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.impl.DSL;

/**
 * All that evaluating needs, over one open store as of one batch: policies, metrics, runs, ledger.
 */
final class EvaluationStore implements AutoCloseable {

  private final Store store;
  private final Connection reader;
  private final MetricStore metricStore;
  private final Catalogue catalogue;
  private final Policies policies;
  private final long batch;

  private EvaluationStore(
      Store store, Connection reader, Catalogue catalogue, Policies policies, long batch) {
    this.store = store;
    this.reader = reader;
    this.metricStore = new MetricStore(reader, store.connection());
    this.catalogue = catalogue;
    this.policies = policies;
    this.batch = batch;
  }

  static EvaluationStore open(Session session, Store store, long batch) {
    List<SqlMetric> metrics = new ArrayList<>(SqlMetrics.shipped());
    metrics.addAll(SqlMetrics.in(session.workspace().metrics()));
    Catalogue catalogue = new Catalogue(metrics);
    Policies policies = new Policies(session, catalogue);
    return new EvaluationStore(store, store.openReader(batch), catalogue, policies, batch);
  }

  Policies programmes() {
    return policies;
  }

  RunStore runs() {
    return new RunStore(store.sql());
  }

  LedgerStore ledger() {
    return new LedgerStore(store.sql());
  }

  /** The day of the newest order that any batch brought; empty while there is none. */
  Optional<LocalDate> findNewestOrderDay() {
    return Optional.ofNullable(
        store
            .sql()
            .select(DSL.max(BATCH.MAX_DAY))
            .from(BATCH)
            .where(BATCH.DATASET.eq("orders"))
            .fetchOne(0, LocalDate.class));
  }

  Evaluator evaluator() {
    return new Evaluator(
        policies,
        runs(),
        ledger(),
        metricStore,
        new Metrics(catalogue, metricStore, Set.of()),
        batch,
        Version.read());
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (SQLException e) {
      throw new ToolException.StoreDamaged(Message.of("store.refused", e.getErrorCode()), e);
    }
  }
}
