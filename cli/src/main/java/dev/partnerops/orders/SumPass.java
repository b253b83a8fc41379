package dev.partnerops.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One reading of the segments that adds up everything but distinct counts. */
final class SumPass {

  private final MeasurePlan plan;
  private final OrderSnapshot snapshot;
  private final KeptSelections kept;
  private final AtomicInteger nextSegment = new AtomicInteger();

  /** What one thread, and in the end the pass, has found. */
  static final class Totals {
    final List<ScopeTotals> scopes = new ArrayList<>();

    /** By family and entity, the pairs that a distinct count will see. */
    final List<int[]> familyPairs = new ArrayList<>();
  }

  SumPass(MeasurePlan plan, OrderSnapshot snapshot, KeptSelections kept) {
    this.kept = kept;
    this.plan = plan;
    this.snapshot = snapshot;
  }

  Totals run(Workers workers) {
    List<Totals> parts = workers.all(this::runOne);
    Totals totals = parts.getFirst();
    for (Totals part : parts.subList(1, parts.size())) {
      for (int i = 0; i < totals.scopes.size(); i++) {
        totals.scopes.get(i).join(part.scopes.get(i));
      }
      for (int i = 0; i < totals.familyPairs.size(); i++) {
        int[] pairs = totals.familyPairs.get(i);
        for (int entity = 0; entity < pairs.length; entity++) {
          pairs[entity] = Math.addExact(pairs[entity], part.familyPairs.get(i)[entity]);
        }
      }
    }
    return totals;
  }

  private Totals runOne() {
    Totals totals = newTotals();
    List<StoredSegment> segments = snapshot.segments();
    if (segments.isEmpty()) {
      return totals;
    }
    SegmentScan scan = new SegmentScan(plan, snapshot, segments.getFirst());
    Selection selection = new Selection();
    int[] bits = {};
    for (int i = nextSegment.getAndIncrement();
        i < segments.size();
        i = nextSegment.getAndIncrement()) {
      bits = add(scan, segments.get(i), selection, bits, totals);
    }
    return totals;
  }

  private Totals newTotals() {
    Totals totals = new Totals();
    for (MeasureScope scope : plan.scopes) {
      totals.scopes.add(new ScopeTotals(scope.sums, plan.entities(), plan.reach.roles().size()));
    }
    for (int i = 0; i < plan.families.size(); i++) {
      totals.familyPairs.add(new int[plan.entities()]);
    }
    return totals;
  }

  private int[] add(
      SegmentScan scan, StoredSegment segment, Selection selection, int[] bits, Totals totals) {
    boolean open = false;
    for (int i = 0; i < plan.scopes.size(); i++) {
      MeasureScope scope = plan.scopes.get(i);
      if (scope.mayHold(segment.header())) {
        if (!open) {
          scan.open(segment);
          open = true;
        }
        ScopeTotals sums = totals.scopes.get(i);
        scan.attribute(scope, sums.unattributed, sums.overlapping);
        if (!scope.sums.isEmpty()) {
          scan.select(scope, selection);
          sums.add(scan, selection);
        }
      }
    }
    int[] found = bits;
    for (int i = 0; i < plan.families.size(); i++) {
      if (plan.families.get(i).mayHold(segment.header())) {
        if (!open) {
          scan.open(segment);
          open = true;
        }
        found = scan.select(plan.families.get(i), selection, found);
        kept.keep(plan.families.get(i), segment, selection, found);
        int[] pairs = totals.familyPairs.get(i);
        for (int k = 0; k < selection.count; k++) {
          pairs[selection.entities[k]] = Math.incrementExact(pairs[selection.entities[k]]);
        }
      }
    }
    return found;
  }
}
