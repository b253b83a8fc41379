package dev.partnerops.metrics;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.dataset.Reference;
import dev.partnerops.model.EntityKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which fields the entities of a kind have, and which of them name another entity. */
final class EntityFields {

  /** What a column of that name is, though it says not what it refers to. */
  private static final Map<String, EntityKind> ID_COLUMNS =
      Map.of(
          "merchant_id",
          EntityKind.MERCHANT,
          "promoter_id",
          EntityKind.PROMOTER,
          "leader_id",
          EntityKind.LEADER,
          "sku_id",
          EntityKind.PRODUCT,
          "session_id",
          EntityKind.SESSION,
          Entities.LICENCE,
          EntityKind.LICENCE,
          "region",
          EntityKind.REGION);

  private EntityFields() {}

  /** The columns of the kind's data set and what {@link Entities} derives from them. */
  static Set<String> of(DataSets dataSets, EntityKind kind) {
    Set<String> fields = new TreeSet<>();
    dataSets
        .findByEntity(kind)
        .ifPresent(dataSet -> dataSet.columns().forEach(column -> fields.add(column.name())));
    if (kind.equals(EntityKind.MERCHANT)) {
      fields.add(Entities.LICENCE);
      fields.add(Entities.LICENCE_JOINED_ON);
    } else if (kind.equals(EntityKind.LICENCE)) {
      fields.addAll(Entities.LICENCE_FIELDS);
    } else if (kind.equals(EntityKind.REGION)) {
      fields.addAll(Entities.REGION_FIELDS);
    }
    return fields;
  }

  /**
   * The fields by which {@code through:} finds another entity, and its kind. A provider is an
   * entity in a role only, which no column names (RULES 9).
   */
  static Map<String, EntityKind> links(DataSets dataSets, EntityKind kind) {
    Map<String, EntityKind> links = new TreeMap<>(ID_COLUMNS);
    links.keySet().retainAll(of(dataSets, kind));
    // An entity needs no way to itself.
    dataSets.findByEntity(kind).ifPresent(own -> links.remove(own.key().getFirst().name(), kind));
    List<Column> columns = dataSets.findByEntity(kind).map(DataSet::columns).orElse(List.of());
    for (Column column : columns) {
      for (Reference reference : column.references()) {
        Optional<EntityKind> named =
            dataSets.find(reference.dataset()).flatMap(DataSet::findEntity);
        if (!reference.conditional()
            && named.isPresent()
            && !named.orElseThrow().equals(EntityKind.PROVIDER)) {
          links.put(column.name(), named.orElseThrow());
        }
      }
    }
    return links;
  }
}
