package dev.partnerops.checking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One change between two editions: the part on either side, absent where it is not there. */
record Difference(@Nullable Part before, @Nullable Part after, Kind kind, Effect effect) {

  enum Kind {
    CHANGED,
    ADDED,
    REMOVED,
    /** The children stand in another order, and that means something. */
    REORDERED
  }

  /** All changes from one outline to another, in the order of the newer one, what is gone last. */
  static List<Difference> between(Part before, Part after) {
    List<Difference> found = new ArrayList<>();
    compare(before, after, found);
    return found;
  }

  private static void compare(Part before, Part after, List<Difference> found) {
    if (!before.exact().equals(after.exact())) {
      found.add(new Difference(before, after, Kind.CHANGED, effect(before, after)));
      return;
    }
    Map<String, Part> old = byPath(before);
    Map<String, Part> fresh = byPath(after);
    for (Part part : after.children()) {
      Part same = old.get(part.path());
      if (same == null) {
        found.add(new Difference(null, part, Kind.ADDED, part.added()));
      } else {
        compare(same, part, found);
      }
    }
    for (Part part : before.children()) {
      if (!fresh.containsKey(part.path())) {
        found.add(new Difference(part, null, Kind.REMOVED, part.added().opposite()));
      }
    }
    if (after.isOrdered() && !inCommon(old, fresh).equals(inCommon(fresh, old))) {
      found.add(new Difference(before, after, Kind.REORDERED, Effect.NONE));
    }
  }

  private static Map<String, Part> byPath(Part part) {
    Map<String, Part> byPath = new LinkedHashMap<>();
    part.children().forEach(child -> byPath.put(child.path(), child));
    return byPath;
  }

  private static List<String> inCommon(Map<String, Part> parts, Map<String, Part> others) {
    return parts.keySet().stream().filter(others::containsKey).toList();
  }

  private static Effect effect(Part before, Part after) {
    if (!before.basis().equals(after.basis())) {
      return Effect.NONE;
    }
    if (before.number() == null || after.number() == null) {
      return before.rising() == Effect.WORDS ? Effect.WORDS : Effect.NONE;
    }
    int order = after.number().compareTo(before.number());
    return order > 0 ? after.rising() : order < 0 ? after.rising().opposite() : Effect.NONE;
  }
}
