package dev.partnerops.metrics;

import dev.partnerops.model.EntityId;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places of an id among subjects; one id may stand at several (a leader of several
 * bookings).
 */
final class SubjectIndex {

  private final EntityId[] ids;
  private final int[] places;

  SubjectIndex(List<@Nullable EntityId> subjects) {
    int[] asked = new int[subjects.size()];
    int size = 0;
    for (int i = 0; i < subjects.size(); i++) {
      if (subjects.get(i) != null) {
        asked[size++] = i;
      }
    }
    Entry[] entries = new Entry[size];
    for (int i = 0; i < size; i++) {
      EntityId id = subjects.get(asked[i]);
      if (id != null) {
        entries[i] = new Entry(id, asked[i]);
      }
    }
    Arrays.sort(entries);
    ids = new EntityId[size];
    places = new int[size];
    for (int i = 0; i < size; i++) {
      ids[i] = entries[i].id;
      places[i] = entries[i].place;
    }
  }

  private record Entry(EntityId id, int place) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byId = id.compareTo(other.id);
      return byId != 0 ? byId : Integer.compare(place, other.place);
    }
  }

  /** All places of an id; of every role of it where no role is given. */
  void forEach(String id, @Nullable String role, IntConsumer action) {
    for (int i = firstOf(id); i < ids.length && ids[i].id().equals(id); i++) {
      if (role == null || ids[i].role().equals(role)) {
        action.accept(places[i]);
      }
    }
  }

  private int firstOf(String id) {
    int low = 0;
    int high = ids.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (EntityId.compareBytes(ids[middle].id(), id) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
