package dev.partnerops.runs;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.dataset.Reference;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The rows of data sets other than orders that are not the same as of two batches, and name one of
 * some entities: by their key, or by a column that refers to them.
 */
final class ChangedRowsStore {

  private static final Field<Long> BATCH = DSL.field(DSL.name("BATCH"), SQLDataType.BIGINT);
  private static final Field<Long> REPLACED_BY =
      DSL.field(DSL.name("REPLACED_BY"), SQLDataType.BIGINT);
  private static final String ROLE = "role";

  private final DSLContext sql;
  private final DataSets dataSets;
  private final EntityKind kind;
  private final Map<String, List<EntityId>> wanted = new HashMap<>();

  /**
   * Looks for rows of entities.
   *
   * @param entities of that kind
   */
  ChangedRowsStore(DSLContext sql, DataSets dataSets, EntityKind kind, Set<EntityId> entities) {
    this.sql = sql;
    this.dataSets = dataSets;
    this.kind = kind;
    for (EntityId id : entities) {
      wanted.computeIfAbsent(id.id(), each -> new ArrayList<>()).add(id);
    }
  }

  /** A column that names an entity; of a conditional reference where that holds. */
  private record Naming(Column column, @Nullable Reference reference) {}

  /** Where a row counts: as of the one batch, of the other. */
  private static final class Seen {
    private boolean from;
    private boolean to;
  }

  /** Adds what changed from one batch to another, in either order. */
  void addTo(ChangedRows changes, long from, long to) {
    sql.query("set @batch = {0}", DSL.inline(Math.max(from, to))).execute();
    for (DataSet dataSet : dataSets.all()) {
      List<Naming> naming = naming(dataSet);
      if (!dataSet.name().equals(DataSets.ORDERS) && !naming.isEmpty()) {
        add(dataSet, naming, from, to, changes);
      }
    }
  }

  private List<Naming> naming(DataSet dataSet) {
    if (dataSet.findEntity().filter(kind::equals).isPresent()) {
      return List.of(new Naming(dataSet.key().getFirst(), null));
    }
    String own = dataSets.findByEntity(kind).map(DataSet::name).orElse("");
    List<Naming> naming = new ArrayList<>();
    for (Column column : dataSet.columns()) {
      for (Reference reference : column.references()) {
        if (reference.dataset().equals(own)) {
          naming.add(new Naming(column, reference));
        }
      }
    }
    return naming;
  }

  private void add(DataSet dataSet, List<Naming> naming, long from, long to, ChangedRows changes) {
    Map<EntityId, Map<String, Seen>> seen = new TreeMap<>();
    List<Field<?>> fields = new ArrayList<>(List.of(BATCH, REPLACED_BY));
    dataSet.columns().forEach(column -> fields.add(text(column.name())));
    long earlier = Math.min(from, to);
    try (Cursor<? extends Record> rows =
        sql.select(fields)
            .from(DSL.table(DSL.name("PUBLIC", name("history_" + dataSet.name()))))
            .where(BATCH.gt(earlier).or(REPLACED_BY.gt(earlier)))
            .fetchLazy()) {
      for (Record row : rows) {
        boolean countsFrom = counts(row, from);
        boolean countsTo = counts(row, to);
        if (countsFrom != countsTo) {
          for (EntityId id : named(dataSet, naming, row)) {
            Seen there =
                seen.computeIfAbsent(id, each -> new TreeMap<>(EntityId::compareBytes))
                    .computeIfAbsent(key(dataSet, row), each -> new Seen());
            there.from |= countsFrom;
            there.to |= countsTo;
          }
        }
      }
    }
    seen.forEach((id, byKey) ->
        byKey.forEach((key, there) -> changes.add(id, dataSet.name(), kind(there), key)));
  }

  private static boolean counts(Record row, long batch) {
    Long end = row.get(REPLACED_BY);
    return row.get(BATCH) <= batch && (end == null || end > batch);
  }

  private static ChangedRows.Kind kind(Seen seen) {
    if (seen.from && seen.to) {
      return ChangedRows.Kind.AMENDED;
    }
    return seen.to ? ChangedRows.Kind.ADDED : ChangedRows.Kind.GONE;
  }

  /** A row that names no role is of each role that its entity has. */
  private List<EntityId> named(DataSet dataSet, List<Naming> naming, Record row) {
    String role = dataSet.findColumn(ROLE).isEmpty() ? null : row.get(text(ROLE));
    List<EntityId> ids = new ArrayList<>();
    for (Naming each : naming) {
      Reference reference = each.reference();
      boolean meant =
          reference == null
              || !reference.conditional()
              || reference.whenValue().equals(row.get(text(reference.whenColumn())));
      String id = row.get(text(each.column().name()));
      if (meant && id != null) {
        wanted.getOrDefault(id, List.of()).stream()
            .filter(entity -> role == null || entity.role().isEmpty() || entity.role().equals(role))
            .forEach(ids::add);
      }
    }
    return ids.stream().distinct().toList();
  }

  private static String key(DataSet dataSet, Record row) {
    List<String> parts = new ArrayList<>();
    dataSet.key().forEach(column -> parts.add(String.valueOf(row.get(text(column.name())))));
    return String.join("/", parts);
  }

  private static String name(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  private static Field<String> text(String column) {
    return DSL.cast(DSL.field(DSL.name(name(column))), SQLDataType.VARCHAR).as(name(column));
  }
}
