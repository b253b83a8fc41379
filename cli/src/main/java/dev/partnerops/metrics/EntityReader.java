package dev.partnerops.metrics;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Value;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a data set to entities. Values that many rows share (a category, a day) are kept once.
 */
final class EntityReader {

  /**
   * So many different values of a column are shared; a column of names or ids passes it soon and
   * stops looking.
   */
  private static final int SHARED_VALUES = 4_096;

  private final Rows rows;
  private final LocalDate asOf;
  private final ZoneId zone;
  private final int idPlace;
  private final int rolePlace;
  private final int clockPlace;
  private final int namePlace;
  private final List<Map<Object, Value>> shared = new ArrayList<>();

  /**
   * Reads by these columns.
   *
   * @param role the second part of the key; absent but for providers
   * @param clock dates a row; rows dated after the as-of day do not exist
   */
  EntityReader(
      Rows rows,
      String id,
      @Nullable String role,
      @Nullable String clock,
      LocalDate asOf,
      ZoneId zone) {
    this.rows = rows;
    this.asOf = asOf;
    this.zone = zone;
    this.idPlace = place(id);
    this.rolePlace = place(role);
    this.clockPlace = place(clock);
    this.namePlace = place("name");
    rows.columns().forEach(column -> shared.add(new HashMap<>()));
  }

  /**
   * All entities in the order of the rows; {@code derived} fields are missing until they are
   * filled.
   */
  List<Entity> read(List<String> derived) {
    List<String> names = new ArrayList<>();
    rows.columns().forEach(column -> names.add(column.name()));
    names.addAll(derived);
    FieldRow.Shape shape = FieldRow.Shape.of(names);
    List<Entity> entities = new ArrayList<>();
    while (rows.next()) {
      Value[] values = values(names.size());
      if (exists(values)) {
        entities.add(entity(values, new FieldRow(shape, values)));
      }
    }
    return entities;
  }

  private Entity entity(Value[] values, FieldRow fields) {
    String id = text(values[idPlace]);
    String role = rolePlace < 0 ? "" : text(values[rolePlace]);
    String name = namePlace < 0 ? id : values[namePlace].findText().orElse(id);
    return new Entity(new EntityId(id, role), name, fields);
  }

  private boolean exists(Value[] values) {
    return clockPlace < 0
        || values[clockPlace].findDay().map(day -> !day.isAfter(asOf)).orElse(true);
  }

  private Value[] values(int size) {
    Value[] values = new Value[size];
    for (int i = 0; i < size; i++) {
      Object cell = i < rows.columns().size() ? rows.cell(i) : null;
      values[i] = cell == null ? Value.missing() : value(cell, shared.get(i));
    }
    return values;
  }

  private Value value(Object cell, Map<Object, Value> known) {
    if (known.size() >= SHARED_VALUES) {
      return Cells.value(cell, zone);
    }
    return known.computeIfAbsent(cell, fresh -> Cells.value(fresh, zone));
  }

  private static String text(Value value) {
    return value.findText().orElse("");
  }

  private int place(@Nullable String name) {
    for (int i = 0; i < rows.columns().size(); i++) {
      if (rows.columns().get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
