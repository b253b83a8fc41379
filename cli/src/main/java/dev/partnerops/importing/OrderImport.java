package dev.partnerops.importing;

import dev.partnerops.model.Message;
import dev.partnerops.orders.OrderBatchOptions;
import dev.partnerops.orders.OrderBatchResult;
import dev.partnerops.orders.OrderBatchWriter;
import dev.partnerops.orders.OrderChunk;
import dev.partnerops.orders.OrderFolding;
import dev.partnerops.orders.OrderReject;
import dev.partnerops.orders.OrderRow;
import dev.partnerops.store.Store;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Imports a file of orders: rows are parsed and read on all cores and handed to the store's writer,
 * which finds duplicates and compares with what is stored. What it refuses is read from the file a
 * second time, for its raw text.
 */
final class OrderImport {

  private final OpenFile file;
  private final ZoneId zone;
  private final Rejects rejects;
  private final Totals totals;

  OrderImport(OpenFile file, ZoneId zone, Rejects rejects, Totals totals) {
    this.file = file;
    this.zone = zone;
    this.rejects = rejects;
    this.totals = totals;
  }

  /** What a chunk became: orders, and the records that are none, both in the order of the file. */
  private record Outcome(OrderChunk orders, List<Reject> rejects) {}

  Written write(Store store, long batch, Path scratch, Runnable progress) {
    // A third of the heap for sorting leaves room for chunks under way and for H2.
    long memoryBytes = Runtime.getRuntime().maxMemory() / 3;
    OrderFolding.foldWhereDue(store, memoryBytes);
    OrderBatchOptions options =
        new OrderBatchOptions(
            OrderRowReader.columns(file.layout()),
            OrderRowReader.ownColumns(file.layout()),
            file.request().lastWins,
            scratch,
            memoryBytes);
    RowReader money = new RowReader(file.layout(), zone);
    Map<Long, OrderReject> refused = new HashMap<>();
    Queue<OrderChunk> used = new ConcurrentLinkedQueue<>();
    try (OrderBatchWriter writer = new OrderBatchWriter(store, batch, options)) {
      ChunkPipeline.<Outcome>run(
          file,
          () -> {
            byte[] key = file.request().pseudonymKey;
            OrderRowReader reader =
                new OrderRowReader(
                    new RowReader(file.layout(), zone), key == null ? null : new Pseudonyms(key));
            return records -> {
              OrderChunk chunk = used.poll();
              return outcome(reader, records, chunk == null ? writer.newChunk() : chunk);
            };
          },
          outcome -> {
            writer.add(outcome.orders());
            outcome.orders().clear();
            used.add(outcome.orders());
            outcome
                .rejects()
                .forEach(reject -> rejects.add(reject, money.findFen(reject.record())));
          },
          progress);
      OrderBatchResult result = writer.finish(reject -> refused.put(reject.line(), reject));
      totals.add(Totals.Outcome.INSERTED, result.inserted().rows(), result.inserted().fen());
      totals.add(Totals.Outcome.AMENDED, result.amended().rows(), result.amended().fen());
      totals.add(Totals.Outcome.UNCHANGED, result.unchanged().rows(), result.unchanged().fen());
      takeRefused(store, refused, money);
      return written(result);
    }
  }

  private static Outcome outcome(
      OrderRowReader reader, List<CsvRecord> records, OrderChunk orders) {
    List<Reject> rejects = new ArrayList<>();
    for (CsvRecord record : records) {
      List<Fault> faults = new ArrayList<>();
      OrderRow row = reader.read(record, faults);
      if (row == null) {
        rejects.add(new Reject(record, faults));
      } else {
        orders.add(row);
      }
    }
    return new Outcome(orders, rejects);
  }

  private void takeRefused(Store store, Map<Long, OrderReject> refused, RowReader money) {
    if (refused.isEmpty()) {
      return;
    }
    try (OpenFile again = OpenFile.open(file.request())) {
      ChunkPipeline.<List<CsvRecord>>run(
          again,
          () ->
              records ->
                  records.stream().filter(record -> refused.containsKey(record.line())).toList(),
          records -> {
            for (CsvRecord record : records) {
              OrderReject reject = refused.get(record.line());
              if (reject != null) {
                OptionalLong fen = money.findFen(record);
                rejects.add(new Reject(record, fault(reject)), fen);
              }
            }
          },
          store::giveWay);
    }
  }

  private static Fault fault(OrderReject reject) {
    return switch (reject) {
      case OrderReject.SameOrder same ->
          Fault.ofRow("importing.row.unlike", Quoted.text(same.orderId()), same.otherLine());
      case OrderReject.RefundAboveAmount above ->
          new Fault(
              "refund_amount",
              OrderRowReader.refundAboveAmount(above.refundFen(), above.amountFen()));
      case OrderReject.CompletedBeforePaid early ->
          new Fault("completed_at", Message.of("importing.row.completed-early"));
      case OrderReject.Incomplete incomplete ->
          new Fault(incomplete.column().word(), Message.of("importing.cell.required"));
    };
  }

  private Written written(OrderBatchResult result) {
    Written written = new Written();
    // What it builds on stands in the store already: the writer of segments noted it.
    Times times = new Times(zone);
    for (long paidAt : new long[] {result.leastPaidAt(), result.greatestPaidAt()}) {
      if (paidAt != OrderRow.ABSENT) {
        written.day(LocalDate.ofEpochDay(times.epochDay(paidAt)));
      }
    }
    return written;
  }
}
