package dev.partnerops.programme;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts programmes behind those whose results they read, and refuses circles of {@code of:} (RULES
 * 11, 34).
 */
final class ReadingOrder {

  private final Map<String, List<Programme>> programmes;
  private final Map<String, List<Programme>> sorted = new LinkedHashMap<>();
  private final List<String> open = new ArrayList<>();

  private ReadingOrder(Map<String, List<Programme>> programmes) {
    this.programmes = programmes;
  }

  /** The same programmes, those that are read first; one that is not there is no fault here. */
  static Map<String, List<Programme>> sort(Map<String, List<Programme>> programmes) {
    ReadingOrder order = new ReadingOrder(programmes);
    programmes.keySet().forEach(order::place);
    return Collections.unmodifiableMap(order.sorted);
  }

  private void place(String id) {
    List<Programme> editions = programmes.get(id);
    if (editions == null || sorted.containsKey(id)) {
      return;
    }
    if (open.contains(id)) {
      List<String> circle = new ArrayList<>(open.subList(open.indexOf(id), open.size()));
      circle.add(id);
      throw new ToolException.Policy(
          Message.of(
              "programme.of.circle", editions.getFirst().file(), String.join(" -> ", circle)));
    }
    open.add(id);
    for (Programme edition : editions) {
      References.programmesReadBy(edition).forEach(this::place);
    }
    open.removeLast();
    sorted.put(id, editions);
  }
}
