package dev.partnerops.orders;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Scopes that differ in their window only; one pass counts distinct ids for all of them. */
final class ScopeFamily {

  /** Windows a pass can tell apart: bits beside a code. */
  private static final int MOST_SCOPES = 4;

  final List<MeasureScope> scopes = new ArrayList<>();
  final Set<DistinctKind> kinds = EnumSet.noneOf(DistinctKind.class);

  void add(MeasureScope scope, DistinctKind kind) {
    if (!scopes.contains(scope)) {
      scopes.add(scope);
    }
    kinds.add(kind);
  }

  boolean mayHold(SegmentHeader header) {
    for (MeasureScope scope : scopes) {
      if (scope.mayHold(header)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Bits of the scopes that hold every row of a segment, where the others hold none; -1 where one
   * may hold some.
   */
  int wholeScopes(SegmentHeader header) {
    int bits = 0;
    for (int i = 0; i < scopes.size(); i++) {
      if (scopes.get(i).holdsAll(header)) {
        bits |= 1 << i;
      } else if (scopes.get(i).mayHold(header)) {
        return -1;
      }
    }
    return bits;
  }

  /** Families of so few windows each that a pass can take one. */
  List<ScopeFamily> parts() {
    List<ScopeFamily> parts = new ArrayList<>();
    for (int from = 0; from < scopes.size(); from += MOST_SCOPES) {
      ScopeFamily part = new ScopeFamily();
      part.scopes.addAll(scopes.subList(from, Math.min(from + MOST_SCOPES, scopes.size())));
      part.kinds.addAll(kinds);
      parts.add(part);
    }
    return parts;
  }
}
