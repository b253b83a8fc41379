package dev.partnerops.importing;

import dev.partnerops.dataset.Choice;
import dev.partnerops.dataset.Column;
import dev.partnerops.model.Message;
import dev.partnerops.model.Money;
import dev.partnerops.orders.OrderChannel;
import dev.partnerops.orders.OrderColumn;
import dev.partnerops.orders.OrderRow;
import dev.partnerops.orders.OrderStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records to orders without an object a cell, but for columns that a workspace adds. Only what
 * fails is read a second time, to say why. Of one thread.
 */
final class OrderRowReader {

  private final RowReader rows;
  private final @Nullable Pseudonyms pseudonyms;
  private final List<Layout.Place> places;
  private final OrderColumn[] columns;
  private final boolean[] required;
  private final OrderRow row;
  private final Map<String, OrderStatus> statuses = new HashMap<>();
  private final Map<String, OrderChannel> channels = new HashMap<>();

  /**
   * For files of one layout.
   *
   * @param pseudonyms under which buyers are kept; absent: as they come
   */
  OrderRowReader(RowReader rows, @Nullable Pseudonyms pseudonyms) {
    this.rows = rows;
    this.pseudonyms = pseudonyms;
    this.places = rows.layout().places();
    this.row = new OrderRow(ownColumns(rows.layout()).size());
    List<OrderColumn> found = new ArrayList<>();
    for (Layout.Place place : places) {
      Column column = place.column();
      if (isOwn(place)) {
        continue;
      }
      OrderColumn orderColumn = column(column);
      found.add(orderColumn);
      for (Choice choice : column.choices()) {
        String constant = choice.word().toUpperCase(Locale.ROOT);
        List<String> words = new ArrayList<>(choice.chinese());
        words.add(choice.word());
        for (String word : words) {
          if (orderColumn == OrderColumn.STATUS) {
            statuses.put(word, OrderStatus.valueOf(constant));
          } else {
            channels.put(word, OrderChannel.valueOf(constant));
          }
        }
      }
    }
    this.columns = found.toArray(OrderColumn[]::new);
    this.required = new boolean[columns.length];
    for (int i = 0; i < columns.length; i++) {
      required[i] = places.get(i).column().required();
    }
  }

  private static OrderColumn column(Column column) {
    return OrderColumn.valueOf(column.name().toUpperCase(Locale.ROOT));
  }

  private static boolean isOwn(Layout.Place place) {
    return place.column().findOrigin().isPresent();
  }

  /** The columns that a file of this layout gives; others keep their stored values (RULES 8). */
  static Set<OrderColumn> columns(Layout layout) {
    Set<OrderColumn> columns = EnumSet.noneOf(OrderColumn.class);
    layout.places().stream()
        .filter(place -> !isOwn(place))
        .forEach(place -> columns.add(column(place.column())));
    return columns;
  }

  /** The columns of the workspace that it gives, behind the others. */
  static List<String> ownColumns(Layout layout) {
    return layout.places().stream()
        .filter(OrderRowReader::isOwn)
        .map(place -> place.column().name())
        .toList();
  }

  /** The order, valid until the next one is read; or null and what is wrong with it. */
  @Nullable OrderRow read(CsvRecord record, List<Fault> faults) {
    Fault whole = rows.faultOfRecord(record);
    if (whole != null) {
      faults.add(whole);
      return null;
    }
    row.clear();
    row.line = record.line();
    boolean fine = true;
    for (int i = 0; i < columns.length; i++) {
      String content = places.get(i).content(record.cells());
      if (content == null) {
        fine = false;
      } else if (content.isEmpty()) {
        fine &= !required[i];
      } else {
        fine &= fill(i, content);
      }
    }
    for (int i = columns.length; i < places.size(); i++) {
      fine &= fillOwn(i, record);
    }
    if (!fine) {
      rows.read(record, faults);
      if (faults.isEmpty()) {
        throw new IllegalStateException("line " + record.line() + " is refused without a reason");
      }
      return null;
    }
    return isPossible(faults) ? row : null;
  }

  private boolean fill(int place, String content) {
    ColumnReader reader = rows.reader(place);
    switch (columns[place]) {
      case ORDER_ID -> row.orderId = content;
      case MERCHANT_ID -> row.merchantId = content;
      case PROMOTER_ID -> row.promoterId = content;
      case LEADER_ID -> row.leaderId = content;
      case SKU_ID -> row.skuId = content;
      case SESSION_ID -> row.sessionId = content;
      case BUYER_ID -> row.buyerId = pseudonyms == null ? content : pseudonyms.of(content);
      case CHANNEL -> row.channel = channel(reader, content);
      case STATUS -> row.status = status(reader, content);
      case QUANTITY -> row.quantity = reader.wholeOrProblem(content);
      case RATING -> row.rating = reader.wholeOrProblem(content);
      case AMOUNT -> row.amountFen = reader.fenOrProblem(content);
      case REFUND_AMOUNT -> row.refundFen = reader.fenOrProblem(content);
      case COMMISSION -> row.commissionFen = reader.fenOrProblem(content);
      case PAID_AT -> row.paidAt = reader.timeOrProblem(content);
      case SHIPPED_AT -> row.shippedAt = reader.timeOrProblem(content);
      case COMPLETED_AT -> row.completedAt = reader.timeOrProblem(content);
      case REFUNDED_AT -> row.refundedAt = reader.timeOrProblem(content);
      case LINE -> throw new IllegalStateException("no file has a column line");
    }
    return isFilled(place, content);
  }

  private boolean fillOwn(int place, CsvRecord record) {
    return switch (rows.cell(place, record)) {
      case Cell.Read(Object value) -> {
        row.own[place - columns.length] = OwnCells.text(value);
        yield true;
      }
      case Cell.Absent absent -> true;
      case Cell.Refused refused -> false;
    };
  }

  private boolean isFilled(int place, String content) {
    return switch (columns[place]) {
      case ORDER_ID, MERCHANT_ID, PROMOTER_ID, LEADER_ID, SKU_ID, SESSION_ID, BUYER_ID ->
          Ids.isId(content);
      case CHANNEL -> row.channel != null;
      case STATUS -> row.status != null;
      case QUANTITY -> !Numbers.isProblem(row.quantity);
      case RATING -> !Numbers.isProblem(row.rating);
      case AMOUNT -> !Numbers.isProblem(row.amountFen);
      case REFUND_AMOUNT -> !Numbers.isProblem(row.refundFen);
      case COMMISSION -> !Numbers.isProblem(row.commissionFen);
      case PAID_AT -> !Times.isProblem(row.paidAt);
      case SHIPPED_AT -> !Times.isProblem(row.shippedAt);
      case COMPLETED_AT -> !Times.isProblem(row.completedAt);
      case REFUNDED_AT -> !Times.isProblem(row.refundedAt);
      case LINE -> true;
    };
  }

  private @Nullable OrderStatus status(ColumnReader reader, String content) {
    OrderStatus status = statuses.get(content);
    String word = status == null ? reader.choiceOrNull(content) : null;
    return word == null ? status : statuses.get(word);
  }

  private @Nullable OrderChannel channel(ColumnReader reader, String content) {
    OrderChannel channel = channels.get(content);
    String word = channel == null ? reader.choiceOrNull(content) : null;
    return word == null ? channel : channels.get(word);
  }

  /**
   * Rules over two columns of the file; the writer of the batch asks them again of stored values.
   */
  private boolean isPossible(List<Fault> faults) {
    if (row.refundFen != OrderRow.ABSENT
        && row.amountFen != OrderRow.ABSENT
        && row.refundFen > row.amountFen) {
      faults.add(
          new Fault(
              name(OrderColumn.REFUND_AMOUNT), refundAboveAmount(row.refundFen, row.amountFen)));
    }
    if (row.completedAt != OrderRow.ABSENT
        && row.paidAt != OrderRow.ABSENT
        && row.completedAt < row.paidAt) {
      faults.add(
          new Fault(name(OrderColumn.COMPLETED_AT), Message.of("importing.row.completed-early")));
    }
    return faults.isEmpty();
  }

  static Message refundAboveAmount(long refundFen, long amountFen) {
    return Message.of("importing.row.refund-above", new Money(refundFen), new Money(amountFen));
  }

  /** What the file calls a column; our name where it has none. */
  private String name(OrderColumn column) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] == column) {
        return places.get(i).name();
      }
    }
    return column.word();
  }
}
