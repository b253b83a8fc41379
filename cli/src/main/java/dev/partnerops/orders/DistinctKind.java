package dev.partnerops.orders;

/** What is counted once however often it comes. */
enum DistinctKind {
  DAYS,
  BUYERS,
  PROMOTERS,
  MERCHANTS,
  SKUS,
  SESSIONS;

  /** The column of the ids; of days there is none. */
  OrderColumn column() {
    return switch (this) {
      case DAYS -> throw new IllegalStateException("days stand in no column");
      case BUYERS -> OrderColumn.BUYER_ID;
      case PROMOTERS -> OrderColumn.PROMOTER_ID;
      case MERCHANTS -> OrderColumn.MERCHANT_ID;
      case SKUS -> OrderColumn.SKU_ID;
      case SESSIONS -> OrderColumn.SESSION_ID;
    };
  }
}
