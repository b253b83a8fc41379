package dev.partnerops.evaluating;

import dev.partnerops.deciding.Candidate;
import dev.partnerops.deciding.Evaluation;
import dev.partnerops.deciding.Standing;
import dev.partnerops.metrics.Entities;
import dev.partnerops.metrics.Entity;
import dev.partnerops.metrics.MetricStore;
import dev.partnerops.metrics.Metrics;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.Programme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entity of a store with all that an edition reads of it, measured as a run would measure it,
 * and nothing decided.
 *
 * @param metrics by reference
 */
public record MeasuredEntity(Entity entity, Map<Metric, Value> metrics) {

  /** Every entity of the edition's kind, sorted by id, whether it is judged or not. */
  public static List<MeasuredEntity> of(
      Programme edition, Evaluation evaluation, Metrics metrics, MetricStore store, long batch) {
    List<Entity> entities =
        new Entities(store, evaluation.asOf(), edition.zone())
            .load(edition.entity(), Casting.fields(List.of(edition), edition.entity()));
    List<Candidate> candidates =
        entities.stream()
            .map(
                entity -> new Candidate(entity.id(), entity.name(), entity.fields(), Standing.NONE))
            .toList();
    Cast cast = Cast.of(edition, evaluation.period(), evaluation.asOf(), candidates);
    Measuring table = Measuring.of(cast, metrics::compute, batch);
    List<MeasuredEntity> measured = new ArrayList<>();
    for (int i = 0; i < entities.size(); i++) {
      Map<Metric, Value> values = new LinkedHashMap<>();
      for (int j = 0; j < cast.references().size(); j++) {
        values.put(new Metric.Measured(cast.references().get(j)), table.value(i, j));
      }
      measured.add(new MeasuredEntity(entities.get(i), values));
    }
    return measured;
  }
}
