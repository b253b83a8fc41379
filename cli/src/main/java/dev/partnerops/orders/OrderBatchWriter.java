package dev.partnerops.orders;

import dev.partnerops.orders.BatchTally.Fate;
import dev.partnerops.store.StoreConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes one batch of orders: rows in any order, sorted by order id, settled within the file,
 * compared with the stored versions, written as segments that nobody sees until the caller inserts
 * the row of {@code base.batch} and commits.
 *
 * <p>The caller holds the writers' lock. Opening a writer removes what an unpublished batch left
 * behind. Closing without publishing leaves leftovers for the next writer. The connection is left
 * without auto-commit, and may be another one after any call: readers are let in between (RULES 6).
 */
public final class OrderBatchWriter implements AutoCloseable {

  private final OrderBatchOptions options;
  private final SegmentSink sink;
  private final SegmentStore store;
  private final StoreIds ids;
  private final int[] ownColumns;
  private final int[] ownPlaces;
  private final long fileColumns;
  private final RunBuffer buffer;
  private final List<List<ScratchFile.Piece>> runs = new ArrayList<>();
  private final Workers workers = new Workers();
  private @Nullable ScratchFile scratch;

  public OrderBatchWriter(StoreConnection open, long batch, OrderBatchOptions options) {
    this.options = options;
    sink = SegmentSink.ofBatch(open, batch);
    store = new SegmentStore(open::connection);
    ids = store.ids();
    Map<String, Integer> own = store.ownColumns();
    ownColumns = sink.ownColumns(options.ownColumns(), own);
    ownPlaces = options.ownColumns().stream().mapToInt(own::get).toArray();
    fileColumns = bits(options, ownPlaces);
    buffer = new RunBuffer(OrderBlock.ofOrders(ownColumns), ids, options.memoryBytes());
  }

  private static long bits(OrderBatchOptions options, int[] own) {
    long bits = 0;
    for (OrderColumn column : options.columns()) {
      bits |= 1L << column.number();
    }
    for (int column : own) {
      bits |= 1L << column;
    }
    return bits & ~(1L << OrderColumn.LINE.number());
  }

  /** To be filled with orders; on any thread, for nothing of the batch is touched. */
  public OrderChunk newChunk() {
    return new OrderChunk(ownColumns, options.columns(), ownPlaces);
  }

  /** Takes a copy of the orders; the chunk may be cleared and used again. */
  public void add(OrderChunk chunk) {
    buffer.add(chunk);
    sink.giveWay();
    if (buffer.isFull()) {
      spill();
    }
  }

  private void spill() {
    ScratchFile file = scratch == null ? ScratchFile.create(options.scratchFolder()) : scratch;
    scratch = file;
    runs.add(file.writeRun(buffer.block(), workers));
    buffer.clear();
  }

  /**
   * Settles and writes everything; commits as it goes. Rejects come in the order of the store, not
   * of the file, each line once.
   */
  public OrderBatchResult finish(Consumer<OrderReject> rejects) {
    BatchTally tally = new BatchTally();
    SameOrders orders =
        new SameOrders(new RunMerge(sortedRuns()), fileColumns, options.lastWins(), tally, rejects);
    StoredVersions stored = new StoredVersions(store, fileColumns);
    StoredVersions.Findings findings = new StoredVersions.Findings();
    OrderBlock block = OrderBlock.ofOrders(ownColumns);
    SegmentCollector collector = new SegmentCollector(sink, workers, ownColumns);
    while (orders.fill(block)) {
      stored.compare(block, findings);
      settle(block, stored, findings, tally, rejects);
      collector.add(block);
      block.clear();
      sink.giveWay();
    }
    collector.finish();
    OrderBatchResult result = tally.result();
    sink.finish(stored.superseded(), ids.newChunks(), result.buildsOn());
    return result;
  }

  private List<SortedRun> sortedRuns() {
    List<SortedRun> sorted = new ArrayList<>();
    if (scratch == null) {
      sorted.add(new MemoryRun(buffer.block()));
      return sorted;
    }
    spill();
    buffer.release();
    for (List<ScratchFile.Piece> pieces : runs) {
      sorted.add(new SpilledRun(scratch, pieces, ownColumns));
    }
    return sorted;
  }

  /** Keeps the rows that are to be written. */
  private void settle(
      OrderBlock block,
      StoredVersions stored,
      StoredVersions.Findings findings,
      BatchTally tally,
      Consumer<OrderReject> rejects) {
    int kept = 0;
    boolean hasAmounts = options.columns().contains(OrderColumn.AMOUNT);
    for (int row = 0; row < block.rows(); row++) {
      Fate fate = findings.fates[row];
      long fen = hasAmounts ? SameOrders.fen(block, row) : 0;
      OrderReject broken = fate == Fate.UNCHANGED ? null : BatchRules.broken(block, row);
      if (broken != null) {
        rejects.accept(broken);
        tally.count(Fate.REJECTED, 1, fen);
        continue;
      }
      tally.count(fate, 1, fen);
      if (fate != Fate.INSERTED) {
        tally.buildOn(stored.batch(findings, row));
      }
      if (fate == Fate.UNCHANGED) {
        continue;
      }
      if (fate == Fate.AMENDED) {
        stored.supersede(findings, row);
      }
      tally.written(block.values(OrderColumn.PAID_AT)[row]);
      if (kept < row) {
        block.move(row, kept);
      }
      kept++;
    }
    block.resize(kept);
  }

  /** Removes the scratch file. */
  @Override
  public void close() {
    workers.close();
    sink.close();
    store.close();
    if (scratch != null) {
      scratch.close();
    }
  }
}
