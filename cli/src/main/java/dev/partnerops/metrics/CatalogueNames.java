package dev.partnerops.metrics;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.ColumnType;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.Unit;
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

  public CatalogueNames(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public List<EntityKind> kinds() {
    return catalogue.dataSets().kinds();
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
    return Metrics.problem(catalogue, reference, kind);
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

  @Override
  public boolean isRate(MetricReference reference, EntityKind kind) {
    MetricReference.Figure figure = reference.figure();
    boolean isRate =
        figure != null
            ? figure.unit() == Unit.RATE
            : catalogue
                .find(reference.name(), kind)
                .filter(info -> info.unit() == Unit.RATE)
                .isPresent();
    return isRate && reference.part() == MetricReference.Part.WHOLE;
  }

  @Override
  public Set<String> words(EntityKind kind, String field) {
    Set<String> words = new TreeSet<>();
    catalogue
        .dataSets()
        .findByEntity(kind)
        .flatMap(set -> set.findColumn(field))
        .ifPresent(column -> column.choices().forEach(choice -> words.add(choice.word())));
    return words;
  }

  @Override
  public Set<String> fields(EntityKind kind) {
    return EntityFields.of(catalogue.dataSets(), kind);
  }

  @Override
  public boolean isDay(EntityKind kind, String field) {
    return catalogue
        .dataSets()
        .findByEntity(kind)
        .flatMap(set -> set.findColumn(field))
        .map(column -> column.type() == ColumnType.DAY || column.type() == ColumnType.TIME)
        .orElse(true);
  }

  @Override
  public Map<String, EntityKind> links(EntityKind kind) {
    return EntityFields.links(catalogue.dataSets(), kind);
  }

  @Override
  public Set<String> dimensions() {
    return new TreeSet<>(catalogue.dataSets().orderDimensions().keySet());
  }

  /** A licence, a region and the marketplace have no data set, and are called as they are. */
  @Override
  public String key(EntityKind kind) {
    return catalogue
        .dataSets()
        .findByEntity(kind)
        .map(dataSet -> dataSet.key().getFirst().name())
        .orElse(kind.word());
  }

  /** A licence, a region and the marketplace come by the day of merchants. */
  @Override
  public String arrival(EntityKind kind) {
    return catalogue
        .dataSets()
        .findByEntity(kind)
        .map(dataSet -> dataSet.findArrival().map(Column::name).orElse(""))
        .orElse(MetricNames.JOINED_ON);
  }
}
