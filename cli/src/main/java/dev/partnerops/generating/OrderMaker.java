package dev.partnerops.generating;

import dev.partnerops.generating.Dice.Kind;
import java.time.LocalDate;

/**
 * Makes the n-th order from n alone. The file shows each order as it stands 30 days after the last
 * day: a refund of the last month may lie beyond the set, as it does in an export made later.
 *
 * <p>Order ids are the day and the place within it, 16 digits, and so grow with time. The top fifth
 * of the merchants has some 57% of the orders; some 8% are refunded, half of these after the end of
 * their month (RULES, Also part of the product).
 */
final class OrderMaker {

  private static final int DAY = 86_400;
  private static final int HOUR = 3_600;
  private static final long IDS_A_DAY = 10_000_000_000L;
  private static final int TOP_SHARE = 570;
  private static final int TRIES = 8;

  private final Scale scale;
  private final Calendar calendar;
  private final Merchants merchants;
  private final Promoters promoters;
  private final Dice dice = new Dice();

  private int day;
  private long dayFirst;
  private long dayCount;
  private long idPrefix;
  private long[] beforeHours = new long[0];

  OrderMaker(Scale scale, Merchants merchants, Promoters promoters) {
    this.scale = scale;
    this.calendar = new Calendar(scale);
    this.merchants = merchants;
    this.promoters = promoters;
  }

  /** Fills in the n-th order of the set, n from 0. */
  void make(long number, MadeOrder order) {
    if (number < dayFirst || number >= dayFirst + dayCount) {
      int found = calendar.dayOf(number);
      long first = calendar.ordersBefore(found);
      turnTo(found, first, calendar.ordersBefore(found + 1) - first);
    }
    fill(number, order);
  }

  /** Fills in the n-th of {@code count} orders of the day after the set. */
  void makeNextDay(long number, long count, MadeOrder order) {
    if (day != scale.days() || dayCount != count) {
      turnTo(scale.days(), scale.orders(), count);
    }
    fill(scale.orders() + number, order);
  }

  private void turnTo(int day, long first, long count) {
    this.day = day;
    this.dayFirst = first;
    this.dayCount = count;
    this.beforeHours = Calendar.beforeHours(count);
    LocalDate date = LocalDate.ofEpochDay(calendar.epochDay(day));
    int prefix = date.getYear() % 100 * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    this.idPrefix = prefix * IDS_A_DAY;
  }

  private void fill(long number, MadeOrder order) {
    dice.start(scale.seed(), Kind.ORDER, number);
    long place = number - dayFirst;
    long step = IDS_A_DAY / dayCount;
    order.orderId = idPrefix + place * step + dice.below((int) Math.min(step, 1 << 30));
    int epochDay = calendar.epochDay(day);
    int second = Calendar.second(place, beforeHours, dice);
    order.paidAt = epochDay * (long) DAY + second;
    buy(order, epochDay);
    sell(order, epochDay, second);
    follow(order);
  }

  private void buy(MadeOrder order, int epochDay) {
    int rank = merchant(epochDay);
    int product = dice.frontHalf(merchants.products(rank));
    order.merchantId = merchants.id(rank);
    order.skuId = merchants.sku(rank, product);
    order.buyerId = 6_000_000_001L + dice.longTail(scale.buyers());
    int luck = dice.below(100);
    order.quantity =
        luck < 78 ? 1 : luck < 92 ? 2 : luck < 99 ? 3 + dice.below(4) : MadeOrder.ABSENT;
    long pieces = order.quantity == MadeOrder.ABSENT ? 1 : order.quantity;
    // Coupons take up to a tenth off, to the fen.
    long full = pieces * merchants.priceFen(rank, product);
    order.amountFen = full - full * dice.below(101) / 1000;
  }

  private int merchant(int epochDay) {
    int top = merchants.top();
    if (top == merchants.count() || dice.perMille(TOP_SHARE)) {
      return dice.longTail(top);
    }
    int rank = 0;
    for (int tries = 0; tries < TRIES; tries++) {
      rank = top + dice.frontHalf(merchants.count() - top);
      if (merchants.joinedOn(rank) <= epochDay) {
        return rank;
      }
    }
    return dice.below(top);
  }

  private void sell(MadeOrder order, int epochDay, int second) {
    order.promoterId = MadeOrder.ABSENT;
    order.leaderId = MadeOrder.ABSENT;
    order.sessionId = MadeOrder.ABSENT;
    order.commissionFen = MadeOrder.ABSENT;
    int luck = dice.below(100);
    if (luck >= 75) {
      order.channel = luck < 95 ? MadeOrder.SHOP : MadeOrder.OTHER;
      return;
    }
    int rank = dice.longTail(promoters.count());
    order.channel = luck < 55 ? MadeOrder.LIVE : MadeOrder.VIDEO;
    order.promoterId = promoters.id(rank);
    int hour = promoters.sessionHour(rank, epochDay);
    if (order.channel == MadeOrder.LIVE && hour >= 0 && second >= hour * HOUR) {
      boolean onAir = second < hour * HOUR + promoters.sessionSeconds(rank, epochDay);
      order.sessionId = onAir ? promoters.sessionId(rank, epochDay) : MadeOrder.ABSENT;
    }
    if (dice.below(5) == 0) {
      order.leaderId = Others.FIRST_LEADER + dice.longTail(scale.leaders());
    }
    order.commissionFen = order.amountFen * (5 + dice.below(16)) / 100;
  }

  private void follow(MadeOrder order) {
    order.refundFen = MadeOrder.ABSENT;
    order.shippedAt = MadeOrder.ABSENT;
    order.completedAt = MadeOrder.ABSENT;
    order.refundedAt = MadeOrder.ABSENT;
    order.rating = MadeOrder.ABSENT;
    int luck = dice.below(1000);
    if (luck < 20) {
      order.status = MadeOrder.CANCELLED;
      return;
    }
    if (luck < 25) {
      order.status = MadeOrder.PAID;
      return;
    }
    order.shippedAt = order.paidAt + 2 * HOUR + dice.below(luck < 80 ? 96 * HOUR : 44 * HOUR);
    if (luck < 40) {
      order.status = MadeOrder.SHIPPED;
      return;
    }
    order.status = MadeOrder.COMPLETED;
    order.completedAt = order.shippedAt + 2 * DAY + dice.below(9 * DAY);
    if (dice.below(5) < 2) {
      order.rating = stars(dice.below(100));
    }
    if (luck >= 915) {
      refund(order, luck);
    }
  }

  private static int stars(int percent) {
    if (percent < 72) {
      return 5;
    }
    if (percent < 88) {
      return 4;
    }
    return percent < 95 ? 3 : percent < 98 ? 2 : 1;
  }

  /** Most refunds are whole; one in six leaves the order completed with a part given back. */
  private void refund(MadeOrder order, int luck) {
    boolean part = luck >= 985;
    order.status = part ? MadeOrder.COMPLETED : MadeOrder.REFUNDED;
    order.refundFen = part ? order.amountFen * (10 + dice.below(80)) / 100 : order.amountFen;
    if (luck == 984) {
      order.refundFen = MadeOrder.ABSENT;
    }
    long monthEnd = (calendar.monthEnd(day) + 1L) * DAY;
    boolean late = dice.below(2) == 0;
    long least = late ? monthEnd : order.paidAt + HOUR;
    long room = late ? 20L * DAY : Math.min(monthEnd - least, 15L * DAY);
    order.refundedAt = room > 0 ? least + dice.below((int) room) : monthEnd - 1;
    if (order.completedAt > order.refundedAt) {
      order.completedAt = MadeOrder.ABSENT;
      order.rating = MadeOrder.ABSENT;
    }
    if (order.completedAt == MadeOrder.ABSENT && part) {
      order.status = MadeOrder.SHIPPED;
    }
    if (order.shippedAt > order.refundedAt) {
      order.shippedAt = MadeOrder.ABSENT;
      order.status = part ? MadeOrder.PAID : MadeOrder.REFUNDED;
    }
  }
}
