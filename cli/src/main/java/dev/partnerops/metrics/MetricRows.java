package dev.partnerops.metrics;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Money;
import dev.partnerops.orders.CountedOrder;
import dev.partnerops.orders.CountedOrders;
import dev.partnerops.orders.MeasureColumn;
import dev.partnerops.orders.MeasureRequest;
import dev.partnerops.orders.OrderMeasure;
import dev.partnerops.orders.OrderStatus;
import dev.partnerops.orders.OrderWindow;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.programme.MetricReference;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows behind a number that was measured of one entity, where they can be told: the orders of
 * an order measure, the figures of another system.
 */
public final class MetricRows {

  private static final String FIGURES =
      """
      select day, value, numerator, denominator
      from figures
      where metric = ? and subject_type = ? and subject_id = ? and day between ? and ?
      order by day
      """;

  private final MetricStore store;
  private final MetricScope scope;
  private final Resolver resolver;

  /**
   * Rows of the one entity of a scope.
   *
   * @param scope its entities are that one
   */
  public MetricRows(Catalogue catalogue, MetricStore store, MetricScope scope) {
    if (scope.entities().size() != 1) {
      throw new IllegalArgumentException("one entity");
    }
    this.resolver = new Resolver(catalogue);
    this.store = store;
    this.scope = scope;
  }

  /** Where the rows of a metric are. */
  public sealed interface Found {

    /** Here they are; to be read once, while the store is open. */
    record Listed(ResultTable table) implements Found {}

    /**
     * Counted by something that keeps no rows.
     *
     * @param clock the column that dates what is counted, as {@code violations.occurred_on}
     */
    record Unlisted(String metric, String clock) implements Found {}
  }

  /**
   * The rows of a reference over those days.
   *
   * @param files of batches, by number
   */
  public Found of(MetricReference reference, DayRange days, Map<Long, String> files) {
    store.useZone(scope.zone());
    Measured measured = resolver.resolve(reference, scope.kind());
    EntityId subject = subject(measured.through());
    return switch (measured.info().definition()) {
      case Definition.OfOrders(OrderMeasure measure) ->
          isFirst(measure) ? unlisted(measured) : orders(measured, measure, subject, days, files);
      case Definition.OfFigure(OrderFigure figure) ->
          isFirst(figure.measure())
              ? unlisted(measured)
              : orders(measured, figure.measure(), subject, days, files);
      case Definition.OfReported figures -> figures(measured, subject, days);
      case Definition.OfMilestones milestones -> unlisted(measured);
      case Definition.OfSql sql -> unlisted(measured);
    };
  }

  /** A first day is no sum over rows. */
  private static boolean isFirst(OrderMeasure measure) {
    return measure == OrderMeasure.FIRST_ORDER_ON || measure == OrderMeasure.DAYS_TO_FIRST_ORDER;
  }

  private static Found unlisted(Measured measured) {
    return new Found.Unlisted(measured.info().name(), measured.info().clock());
  }

  private @Nullable EntityId subject(@Nullable String through) {
    Entity entity = scope.entities().getFirst();
    return through == null
        ? entity.id()
        : entity.field(through).findText().map(EntityId::new).orElse(null);
  }

  private Found orders(
      Measured measured,
      OrderMeasure measure,
      @Nullable EntityId subject,
      DayRange days,
      Map<Long, String> files) {
    boolean money =
        measure.unit() == OrderMeasure.Unit.MONEY || measure == OrderMeasure.REFUND_RATE;
    boolean moneyOf = measure == OrderMeasure.REFUND_RATE;
    List<Column> columns =
        List.of(
            Column.text("order_id"),
            Column.text("paid_at"),
            Column.text("merchant_id"),
            Column.text("promoter_id"),
            Column.money("amount"),
            Column.money("refund_amount"),
            Column.text("status"),
            money ? Column.money("counted") : Column.count("counted"),
            moneyOf ? Column.money("counted_of") : Column.count("counted_of"),
            Column.count("batch"),
            Column.text("file"),
            Column.count("line"));
    if (subject == null) {
      return new Found.Listed(new ResultTable(columns, List.of()));
    }
    MeasureRequest request = request(measured, measure, subject, days);
    Function<CountedOrder, List<@Nullable Object>> row =
        order -> row(order, money, moneyOf, measure.isQuotient(), files);
    return new Found.Listed(
        new ResultTable(columns, () -> new Streamed(store.counted(request), row)));
  }

  private MeasureRequest request(
      Measured measured, OrderMeasure measure, EntityId subject, DayRange days) {
    EntityKind kind = measured.info().kind();
    Measured.OrderOptions options = measured.options();
    OrderPopulation population = new OrderPopulation(store, scope);
    return new MeasureRequest(
        scope.batch(),
        scope.asOf(),
        scope.zone(),
        population.grouping(kind, List.of(subject)),
        List.of(
            new MeasureColumn(
                measure,
                new OrderWindow.Shared(days),
                options.filter(),
                options.clock(),
                options.lagDays(),
                options.hours(),
                options.subjects())),
        population.merchants(),
        population.products(),
        List.of(),
        0);
  }

  private List<@Nullable Object> row(
      CountedOrder order,
      boolean money,
      boolean moneyOf,
      boolean quotient,
      Map<Long, String> files) {
    OrderStatus status = order.status();
    return Arrays.asList(
        order.orderId(),
        time(order.paidAt(), scope.zone()),
        order.merchantId(),
        order.promoterId(),
        new Money(order.amountFen()),
        new Money(order.refundFen()),
        status == null ? null : status.word(),
        number(order.counted(), money),
        quotient ? number(order.countedOf(), moneyOf) : null,
        order.batch(),
        files.get(order.batch()),
        order.line());
  }

  private static Object number(long number, boolean money) {
    return money ? new Money(number) : (Object) number;
  }

  private static String time(long second, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        Instant.ofEpochSecond(second).atZone(zone).toOffsetDateTime());
  }

  private Found figures(Measured measured, @Nullable EntityId subject, DayRange days) {
    List<Column> columns =
        List.of(
            Column.day("day"),
            Column.number("value"),
            Column.number("numerator"),
            Column.number("denominator"));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    if (subject != null) {
      List<Object> bindings =
          List.of(
              measured.info().name(),
              measured.info().kind().word(),
              subject.id(),
              days.first(),
              days.last());
      try (Rows found = store.select(FIGURES, bindings, 0)) {
        while (found.next()) {
          rows.add(Arrays.asList(found.cell(0), found.cell(1), found.cell(2), found.cell(3)));
        }
      }
    }
    return new Found.Listed(new ResultTable(columns, rows));
  }

  /** Closes the orders at their end. */
  private static final class Streamed implements Iterator<List<? extends @Nullable Object>> {

    private final CountedOrders orders;
    private final Function<CountedOrder, List<@Nullable Object>> row;

    Streamed(CountedOrders orders, Function<CountedOrder, List<@Nullable Object>> row) {
      this.orders = orders;
      this.row = row;
    }

    @Override
    public boolean hasNext() {
      boolean more = orders.hasNext();
      if (!more) {
        orders.close();
      }
      return more;
    }

    @Override
    public List<? extends @Nullable Object> next() {
      return row.apply(orders.next());
    }
  }
}
