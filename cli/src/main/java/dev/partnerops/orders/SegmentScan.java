package dev.partnerops.orders;

import dev.partnerops.orders.OrderGrouping.Subject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** One segment at a time as a plan sees it: which rows count for whom. One a thread. */
final class SegmentScan {

  private final MeasurePlan plan;
  private final Map<Set<Subject>, Reached> reached = new HashMap<>();
  private final Map<OrderFilter, Passes> passes = new HashMap<>();
  private final Map<OrderSum, ByRow> byRow = new HashMap<>();
  private final SegmentColumns columns;
  private long generation;

  /** Rows of the segment with the entities they reach. */
  private static final class Reached {
    final Selection pairs = new Selection();
    final long[] marks = new long[OrderBlock.SEGMENT_ROWS];
    boolean isPlain;
    long generation = -1;

    /**
     * Whether every row reaches exactly one entity of every role, so that there is nothing to
     * report.
     */
    void look(SegmentColumns columns, int roles) {
      long plain = (1L << roles) - 1;
      isPlain = true;
      for (int i = 0; i < columns.count() && isPlain; i++) {
        isPlain = marks[columns.rows()[i]] == plain;
      }
    }
  }

  /** What each row of the segment brings to a sum. */
  private static final class ByRow {
    final long[] room = new long[OrderBlock.SEGMENT_ROWS];
    long[] values = room;
    long generation = -1;
  }

  /** Which rows of the segment pass a filter. */
  private static final class Passes {
    final boolean[] rows = new boolean[OrderBlock.SEGMENT_ROWS];
    long generation = -1;
  }

  SegmentScan(MeasurePlan plan, OrderSnapshot snapshot, StoredSegment first) {
    this.plan = plan;
    columns = new SegmentColumns(snapshot, first, plan.asOfEnd);
  }

  void open(StoredSegment segment) {
    columns.open(segment);
    generation++;
  }

  SegmentColumns columns() {
    return columns;
  }

  private Reached reached(Set<Subject> subjects) {
    Reached known = reached.computeIfAbsent(subjects, none -> new Reached());
    if (known.generation != generation) {
      known.pairs.count = 0;
      plan.reach.find(columns, subjects, known.pairs, known.marks);
      known.look(columns, plan.reach.roles().size());
      known.generation = generation;
    }
    return known;
  }

  private boolean[] passes(OrderFilter filter) {
    Passes known = passes.computeIfAbsent(filter, none -> new Passes());
    if (known.generation != generation) {
      plan.filter(filter).pass(columns, known.rows);
      known.generation = generation;
    }
    return known.rows;
  }

  /** What each row brings to a sum, found once for all scopes. */
  long[] byRow(OrderSum sum) {
    ByRow known = byRow.computeIfAbsent(sum, none -> new ByRow());
    if (known.generation != generation) {
      known.values = sum.byRow(columns, plan.asOfEnd, known.room);
      known.generation = generation;
    }
    return known.values;
  }

  /** The rows of a scope and whom they count for. */
  void select(MeasureScope scope, Selection out) {
    Selection pairs = reached(scope.key.subjects()).pairs;
    boolean all = plan.filter(scope.key.filter()).passesAll();
    if (all && scope.holdsAll(columns.segment().header())) {
      out.copy(pairs);
      return;
    }
    out.count = 0;
    long[] times = columns.times(scope.key.clock());
    boolean[] pass = all ? NO_ROWS : passes(scope.key.filter());
    for (int i = 0; i < pairs.count; i++) {
      int row = pairs.rows[i];
      if (scope.holds(times[row], pairs.entities[i]) && (all || pass[row])) {
        out.add(row, pairs.entities[i]);
      }
    }
  }

  private static final boolean[] NO_ROWS = {};

  /** The rows of any scope of a family; {@code bits[i]} tells in which of them the i-th pair is. */
  int[] select(ScopeFamily family, Selection out, int[] bits) {
    MeasureScope.Key key = family.scopes.getFirst().key;
    Selection pairs = reached(key.subjects()).pairs;
    boolean all = plan.filter(key.filter()).passesAll();
    int[] found = bits.length < pairs.count ? new int[pairs.count] : bits;
    int whole = family.wholeScopes(columns.segment().header());
    if (all && whole >= 0) {
      out.copy(pairs);
      Arrays.fill(found, 0, pairs.count, whole);
      return found;
    }
    out.count = 0;
    long[] times = columns.times(key.clock());
    boolean[] pass = all ? NO_ROWS : passes(key.filter());
    for (int i = 0; i < pairs.count; i++) {
      int row = pairs.rows[i];
      if (all || pass[row]) {
        int held = 0;
        for (int scope = 0; scope < family.scopes.size(); scope++) {
          held |= family.scopes.get(scope).holds(times[row], pairs.entities[i]) ? 1 << scope : 0;
        }
        if (held != 0) {
          found[out.count] = held;
          out.add(row, pairs.entities[i]);
        }
      }
    }
    return found;
  }

  /** Counts the rows of a scope that reach nobody, or several at once, by role. */
  void attribute(MeasureScope scope, long[] unattributed, long[] overlapping) {
    Reached known = reached(scope.key.subjects());
    if (known.isPlain) {
      return;
    }
    long[] marks = known.marks;
    long[] times = columns.times(scope.key.clock());
    boolean all = plan.filter(scope.key.filter()).passesAll();
    boolean[] pass = all ? NO_ROWS : passes(scope.key.filter());
    for (int i = 0; i < columns.count(); i++) {
      int row = columns.rows()[i];
      if (scope.spans(times[row]) && (all || pass[row])) {
        for (int role = 0; role < unattributed.length; role++) {
          unattributed[role] += 1 ^ ((marks[row] >>> role) & 1);
          overlapping[role] += (marks[row] >>> (32 + role)) & 1;
        }
      }
    }
  }
}
