package dev.partnerops.metrics;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricNames;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.SharedMetric;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the reader of policies asks of a catalogue. */
public final class CatalogueNames implements MetricNames {

  private final Catalogue catalogue;
  private final Set<String> ownOrderColumns;

  /**
   * Names of a catalogue.
   *
   * @param ownOrderColumns columns that the workspace adds to orders
   */
  public CatalogueNames(Catalogue catalogue, Set<String> ownOrderColumns) {
    this.catalogue = catalogue;
    this.ownOrderColumns = Set.copyOf(ownOrderColumns);
  }

  @Override
  public boolean isKnown(String name, EntityKind kind) {
    return catalogue.find(name, kind).isPresent() || isColumn(name, kind);
  }

  private boolean isColumn(String name, EntityKind kind) {
    int dot = name.lastIndexOf('.');
    return dot > 0
        && catalogue
            .find(name.substring(0, dot), kind)
            .filter(info -> info.definition() instanceof Definition.OfSql)
            .isPresent();
  }

  @Override
  public boolean canBeMissing(String name) {
    int dot = name.lastIndexOf('.');
    return catalogue.all().stream()
        .filter(info -> info.name().equals(dot < 0 ? name : name.substring(0, dot)))
        .anyMatch(MetricInfo::canBeMissing);
  }

  @Override
  public List<String> nearest(String name, EntityKind kind) {
    return Nearest.to(name, catalogue.names(kind));
  }

  @Override
  public Optional<Message> problem(MetricReference reference, EntityKind kind) {
    return Metrics.problem(catalogue, ownOrderColumns, reference, kind);
  }

  @Override
  public int decimals(MetricReference reference, EntityKind kind) {
    return switch (catalogue.columnKind(reference, kind)) {
      case MONEY, SCORE -> 2;
      case COUNT -> 0;
      case NUMBER -> 6;
      case TEXT, DAY, FLAG -> Metric.Use.AS_IT_IS;
    };
  }

  @Override
  public Map<String, SharedMetric> shared() {
    return catalogue.shared();
  }

  /** The columns of the kind's data set and what {@link Entities} derives from them. */
  @Override
  public Set<String> fields(EntityKind kind) {
    return switch (kind) {
      case PROVIDER -> columns("providers");
      case MERCHANT -> {
        Set<String> fields = columns("merchants");
        fields.add(Entities.LICENCE);
        fields.add(Entities.LICENCE_JOINED_ON);
        yield fields;
      }
      case PROMOTER -> columns("promoters");
      case LEADER -> columns("leaders");
      case PRODUCT -> columns("products");
      case BOOKING -> columns("bookings");
      case SESSION -> columns("sessions");
      case LICENCE -> Set.copyOf(Entities.LICENCE_FIELDS);
      case REGION -> Set.copyOf(Entities.REGION_FIELDS);
      case ALL -> Set.of();
    };
  }

  private static Set<String> columns(String dataSet) {
    Set<String> names = new TreeSet<>();
    DataSets.find(dataSet)
        .orElseThrow()
        .columns()
        .forEach((Column column) -> names.add(column.name()));
    return names;
  }
}
