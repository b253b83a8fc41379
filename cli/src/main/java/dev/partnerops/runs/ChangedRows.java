package dev.partnerops.runs;

import dev.partnerops.model.EntityId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** How many rows of each entity came, were amended or went between two batches, and which. */
final class ChangedRows {

  /** So many rows of a data set are named of an entity. */
  private static final int EXAMPLES = 5;

  private final Map<EntityId, Map<String, Counted>> counted = new HashMap<>();

  /** What became of a row. */
  enum Kind {
    ADDED,
    AMENDED,
    GONE
  }

  private static final class Counted {

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final TreeSet<String> keys = new TreeSet<>(EntityId::compareBytes);

    void add(Kind kind, String key) {
      counts.merge(kind, 1, Integer::sum);
      keys.add(key);
      if (keys.size() > EXAMPLES) {
        keys.removeLast();
      }
    }

    String text() {
      List<String> parts = new ArrayList<>();
      counts.forEach((kind, count) ->
          parts.add(
              switch (kind) {
                case ADDED -> "+" + count;
                case AMENDED -> "amended " + count;
                case GONE -> "-" + count;
              }));
      return String.join(" ", parts) + " (" + String.join(" ", keys) + ")";
    }
  }

  /**
   * Counts a row.
   *
   * @param key what names it in its data set
   */
  void add(EntityId id, String dataSet, Kind kind, String key) {
    counted
        .computeIfAbsent(id, each -> new LinkedHashMap<>())
        .computeIfAbsent(dataSet, each -> new Counted())
        .add(kind, key);
  }

  /** {@code orders +3 amended 2 -1 (O1 O2 O3 O4 O5)}, one a data set, in the order they came. */
  List<String> texts(EntityId id) {
    return counted.getOrDefault(id, Map.of()).entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue().text())
        .toList();
  }
}
