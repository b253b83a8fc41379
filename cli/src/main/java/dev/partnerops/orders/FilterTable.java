package dev.partnerops.orders;

import dev.partnerops.orders.MeasureRequest.MerchantFact;
import dev.partnerops.orders.MeasureRequest.ProductFact;
import java.util.Map;
import java.util.Set;

/** One dimension of a filter, in codes of the store: which rows have one of the values. */
interface FilterTable {

  /** Sets the places of matching rows among the rows that exist; leaves the others. */
  void match(SegmentColumns columns, boolean[] matches);

  /** What filters need to know of ids, products and merchants. */
  record Facts(
      MeasureRequest request, StoreIds ids, Map<String, Integer> ownColumns, DayClock days) {}

  static FilterTable of(String dimension, Set<String> values, Facts facts) {
    return switch (dimension) {
      case "channel" -> channel(values);
      case "category" -> category(values, facts);
      case "hot" -> flag(values, hot(facts));
      case "pool" -> flag(values, pool(facts));
      case OrderFilter.SOLD_BY_PROMOTER -> flag(values, soldByPromoter());
      default -> own(dimension, values, facts);
    };
  }

  private static FilterTable channel(Set<String> values) {
    boolean[] wanted = new boolean[OrderChannel.values().length];
    for (OrderChannel channel : OrderChannel.values()) {
      wanted[channel.number()] = values.contains(channel.word());
    }
    return (columns, matches) -> {
      long[] channels = columns.values(OrderColumn.CHANNEL);
      for (int i = 0; i < columns.count(); i++) {
        int row = columns.rows()[i];
        matches[row] |= channels[row] != OrderRow.ABSENT && wanted[(int) channels[row]];
      }
    };
  }

  /** The product's category, else the merchant's (RULES 37). */
  private static FilterTable category(Set<String> values, Facts facts) {
    TextPool skus = facts.ids().pool(OrderColumn.SKU_ID);
    boolean[] skuKnown = new boolean[skus.size()];
    boolean[] skuWanted = new boolean[skus.size()];
    for (ProductFact product : facts.request().products()) {
      int code = skus.find(product.skuId());
      if (code >= 0 && product.category() != null) {
        skuKnown[code] = true;
        skuWanted[code] = values.contains(product.category());
      }
    }
    TextPool merchants = facts.ids().pool(OrderColumn.MERCHANT_ID);
    boolean[] merchantWanted = new boolean[merchants.size()];
    for (MerchantFact merchant : facts.request().merchants()) {
      int code = merchants.find(merchant.merchantId());
      if (code >= 0 && merchant.category() != null) {
        merchantWanted[code] = values.contains(merchant.category());
      }
    }
    return (columns, matches) -> {
      long[] sku = columns.values(OrderColumn.SKU_ID);
      long[] merchant = columns.values(OrderColumn.MERCHANT_ID);
      for (int i = 0; i < columns.count(); i++) {
        int row = columns.rows()[i];
        boolean bySku = sku[row] != OrderRow.ABSENT && skuKnown[(int) sku[row]];
        matches[row] |= bySku ? skuWanted[(int) sku[row]] : merchantWanted[(int) merchant[row]];
      }
    };
  }

  private static FilterTable flag(Set<String> values, FilterTable isTrue) {
    boolean wantsTrue = values.contains("true");
    boolean wantsFalse = values.contains("false");
    return (columns, matches) -> {
      boolean[] truth = new boolean[OrderBlock.SEGMENT_ROWS];
      isTrue.match(columns, truth);
      for (int i = 0; i < columns.count(); i++) {
        int row = columns.rows()[i];
        matches[row] |= truth[row] ? wantsTrue : wantsFalse;
      }
    };
  }

  private static FilterTable hot(Facts facts) {
    TextPool skus = facts.ids().pool(OrderColumn.SKU_ID);
    boolean[] hot = new boolean[skus.size()];
    for (ProductFact product : facts.request().products()) {
      int code = skus.find(product.skuId());
      if (code >= 0) {
        hot[code] = product.hot();
      }
    }
    return (columns, matches) -> {
      long[] sku = columns.values(OrderColumn.SKU_ID);
      for (int i = 0; i < columns.count(); i++) {
        int row = columns.rows()[i];
        matches[row] |= sku[row] != OrderRow.ABSENT && hot[(int) sku[row]];
      }
    };
  }

  /** In the pool on the day paid (RULES 37). */
  private static FilterTable pool(Facts facts) {
    TextPool skus = facts.ids().pool(OrderColumn.SKU_ID);
    long[] from = new long[skus.size()];
    long[] to = new long[skus.size()];
    for (ProductFact product : facts.request().products()) {
      int code = skus.find(product.skuId());
      if (code >= 0 && product.poolFrom() != null) {
        from[code] = facts.days().start(product.poolFrom());
        to[code] = product.poolTo() == null ? Long.MAX_VALUE : facts.days().end(product.poolTo());
      }
    }
    return (columns, matches) -> {
      long[] sku = columns.values(OrderColumn.SKU_ID);
      long[] paidAt = columns.values(OrderColumn.PAID_AT);
      for (int i = 0; i < columns.count(); i++) {
        int row = columns.rows()[i];
        int code = sku[row] == OrderRow.ABSENT ? -1 : (int) sku[row];
        matches[row] |= code >= 0 && paidAt[row] >= from[code] && paidAt[row] < to[code];
      }
    };
  }

  private static FilterTable soldByPromoter() {
    return (columns, matches) -> {
      long[] promoter = columns.values(OrderColumn.PROMOTER_ID);
      for (int i = 0; i < columns.count(); i++) {
        int row = columns.rows()[i];
        matches[row] |= promoter[row] != OrderRow.ABSENT;
      }
    };
  }

  private static FilterTable own(String dimension, Set<String> values, Facts facts) {
    Integer column = facts.ownColumns().get(dimension);
    if (column == null) {
      return (columns, matches) -> {}; // no file has had the column yet: absent everywhere
    }
    int number = column;
    return (columns, matches) -> {
      long[] tokens = columns.values(number);
      for (int i = 0; i < columns.count(); i++) {
        int row = columns.rows()[i];
        matches[row] |= isOneOf(tokens[row], columns.texts(), values);
      }
    };
  }

  private static boolean isOneOf(long token, TextPool texts, Set<String> values) {
    if (token == OrderRow.ABSENT) {
      return false;
    }
    return values.contains(token >= 0 ? Long.toString(token) : texts.text((int) (-1 - token)));
  }
}
