package dev.partnerops.dataset;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes one data set's columns down, a line each. */
final class Columns {

  private final List<Column> columns = new ArrayList<>();

  Columns id(String name, String chinese, Trait... traits) {
    return add(name, chinese, ColumnType.ID, traits, List.of(), List.of());
  }

  /** An id that is the key of another data set's row. */
  Columns reference(String name, String chinese, String dataset, Trait... traits) {
    String target =
        dataset.equals("products") ? "sku_id" : dataset.substring(0, dataset.length() - 1) + "_id";
    return add(
        name, chinese, ColumnType.ID, traits, List.of(), List.of(Reference.to(dataset, target)));
  }

  /** The id of a row of the data set that {@code subject_type} names. */
  Columns subject(String name, String chinese, List<String> types, Trait... traits) {
    List<Reference> references =
        types.stream()
            .map(type -> new Reference(type + "s", type + "_id", "subject_type", type))
            .toList();
    return add(name, chinese, ColumnType.ID, traits, List.of(), references);
  }

  Columns oneOf(String name, String chinese, List<Choice> choices, Trait... traits) {
    return add(name, chinese, ColumnType.ONE_OF, traits, choices, List.of());
  }

  Columns add(String name, String chinese, ColumnType type, Trait... traits) {
    return add(name, chinese, type, traits, List.of(), List.of());
  }

  List<Column> all() {
    return columns;
  }

  private Columns add(
      String name,
      String chinese,
      ColumnType type,
      Trait[] traits,
      List<Choice> choices,
      List<Reference> references) {
    Set<Trait> set = EnumSet.noneOf(Trait.class);
    set.addAll(List.of(traits));
    columns.add(new Column(name, List.of(chinese), type, set, choices, references, null));
    return this;
  }
}
