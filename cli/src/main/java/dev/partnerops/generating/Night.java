package dev.partnerops.generating;

import dev.partnerops.generating.Dice.Kind;
import java.io.IOException;

/**
 * The file of the night after: rows of the day after the set, and a tenth of them later states of
 * old orders, most of these of the last month.
 */
final class Night {

  private static final int RECENT_DAYS = 30;

  private final Scale scale;
  private final OrderMaker maker;
  private final long rows;
  private final long later;

  Night(Scale scale, OrderMaker maker, long rows) {
    this.scale = scale;
    this.maker = maker;
    this.rows = rows;
    this.later = Math.min(rows / 10, scale.orders());
  }

  void write(CsvBytes csv) throws IOException {
    MadeOrder order = new MadeOrder();
    long fresh = rows - later;
    long changed = 0;
    for (long place = 0; place < fresh; place++) {
      maker.makeNextDay(place, fresh, order);
      order.write(csv);
      while (changed < later * (place + 1) / fresh) {
        maker.make(old(changed), order);
        change(order);
        order.write(csv);
        changed++;
      }
    }
  }

  /** Which old order is changed as the n-th: one from each of as many equal stretches. */
  private long old(long number) {
    long recent = Math.min(scale.orders(), scale.orders() * RECENT_DAYS / scale.days());
    long fromRecent = Math.min(later * 7 / 10, recent);
    if (scale.orders() - recent < later - fromRecent) {
      return stretch(number, 0, scale.orders(), later);
    }
    if (number < fromRecent) {
      return stretch(number, scale.orders() - recent, recent, fromRecent);
    }
    return stretch(number - fromRecent, 0, scale.orders() - recent, later - fromRecent);
  }

  private long stretch(long number, long first, long length, long parts) {
    long start = length * number / parts;
    long end = length * (number + 1) / parts;
    long luck = Dice.hash(scale.seed(), Kind.NIGHT, number) >>> 1;
    return first + start + luck % (end - start);
  }

  /** What may still happen to an order; every order becomes another one. */
  private void change(MadeOrder order) {
    long noon = (scale.lastDay() + 1) * 86_400L + 43_200L + order.orderId % 3_600;
    switch (order.status) {
      case MadeOrder.PAID, MadeOrder.SHIPPED -> {
        order.shippedAt =
            order.shippedAt == MadeOrder.ABSENT ? order.paidAt + 3_600 : order.shippedAt;
        order.completedAt = noon;
        order.status = MadeOrder.COMPLETED;
      }
      case MadeOrder.COMPLETED -> {
        if (order.rating == MadeOrder.ABSENT) {
          order.rating = 5;
        } else {
          order.refundFen = order.amountFen;
          order.refundedAt = noon;
          order.status = MadeOrder.REFUNDED;
        }
      }
      default -> order.quantity = order.quantity == MadeOrder.ABSENT ? 1 : order.quantity + 1;
    }
  }
}
