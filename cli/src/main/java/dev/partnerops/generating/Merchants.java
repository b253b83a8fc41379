package dev.partnerops.generating;

import dev.partnerops.generating.Dice.Kind;
import java.io.IOException;
import java.math.BigInteger;

/**
 * The merchants and their goods. A merchant is known by its rank in sales; its id does not show the
 * rank. The top fifth joined before the first day; of the others a third joined since.
 */
final class Merchants {

  static final long FIRST_ID = 20_000_001L;

  static final String HEADER =
      "merchant_id,name,shop_type,category,region,licence_no,joined_on,status";
  static final String PRODUCT_HEADER =
      "sku_id,merchant_id,name,category,price,stock,hot,pool_listed_on,pool_delisted_on";

  private static final long FIRST_LICENCE = 91_330_100_000_000_000L;
  private static final int MOST_PRODUCTS = 8;
  private static final int OLDEST = 900;

  private final Scale scale;
  private final int count;
  private final int stride;
  private final int unstride;

  Merchants(Scale scale) {
    this.scale = scale;
    this.count = scale.merchants();
    this.stride = coprime(count);
    this.unstride =
        count == 1
            ? 0
            : BigInteger.valueOf(stride).modInverse(BigInteger.valueOf(count)).intValueExact();
  }

  private static int coprime(int count) {
    int candidate = Math.max(1, (int) (count * 618L / 1000));
    while (BigInteger.valueOf(candidate).gcd(BigInteger.valueOf(count)).intValueExact() != 1) {
      candidate++;
    }
    return candidate;
  }

  /** How many merchants are the top fifth. */
  int top() {
    return Math.max(1, count / 5);
  }

  int count() {
    return count;
  }

  /** The place of a merchant in its file, from its rank; both from 0. */
  int place(int rank) {
    return (int) ((long) rank * stride % count);
  }

  int rank(int place) {
    return (int) ((long) place * unstride % count);
  }

  long id(int rank) {
    return FIRST_ID + place(rank);
  }

  /** Days since 1970-01-01. */
  int joinedOn(int rank) {
    int spread = number(rank, 1, OLDEST);
    if (rank >= top() && number(rank, 2, 3) == 0) {
      return scale.firstDay() + spread % scale.days();
    }
    return scale.firstDay() - 1 - spread;
  }

  int products(int rank) {
    return 1 + number(rank, 3, MOST_PRODUCTS);
  }

  long sku(int rank, int product) {
    return id(rank) * 100 + product + 1;
  }

  Words.Goods goods(int rank) {
    return Words.GOODS.get(number(rank, 4, Words.GOODS.size()));
  }

  long priceFen(int rank, int product) {
    Words.Goods goods = goods(rank);
    long hash = Dice.hash(scale.seed(), Kind.PRODUCT, sku(rank, product));
    int span = goods.mostFen() - goods.leastFen();
    int place = (int) (hash >>> 44);
    // Low prices are likelier: the place is squared. Prices end in 90 fen.
    long above = ((((long) place * place) >>> 20) * span) >>> 20;
    return (goods.leastFen() + above) / 100 * 100 + 90;
  }

  void write(CsvBytes csv) throws IOException {
    for (int place = 0; place < count; place++) {
      int rank = rank(place);
      csv.number(FIRST_ID + place);
      csv.text(Words.SHOPS.get(number(rank, 5, Words.SHOPS.size())), place + 1L);
      csv.text(Words.SHOP_TYPES.get(Math.max(0, number(rank, 6, 10) - 7)));
      csv.text(goods(rank).category());
      csv.text(Words.REGIONS.get(number(rank, 7, Words.REGIONS.size())));
      writeLicence(csv, rank, place);
      csv.day(joinedOn(rank));
      csv.text(status(number(rank, 8, 100)));
      csv.endRow();
    }
  }

  /** One merchant in twenty shares its neighbour's licence; one in fifty has none on file. */
  private void writeLicence(CsvBytes csv, int rank, int place) throws IOException {
    int kind = number(rank, 9, 100);
    if (kind < 2) {
      csv.empty();
      return;
    }
    boolean shared = kind < 7 && place > 0;
    csv.number(FIRST_LICENCE + (shared ? place - 1 : place) * 37L);
  }

  private static String status(int percent) {
    if (percent < 4) {
      return "closed";
    }
    return percent < 6 ? "suspended" : "active";
  }

  void writeProducts(CsvBytes csv) throws IOException {
    for (int place = 0; place < count; place++) {
      int rank = rank(place);
      for (int product = 0; product < products(rank); product++) {
        writeProduct(csv, rank, product);
      }
    }
  }

  private void writeProduct(CsvBytes csv, int rank, int product) throws IOException {
    long sku = sku(rank, product);
    int luck = (int) (Dice.hash(scale.seed(), Kind.PRODUCT, -sku) >>> 33);
    csv.number(sku);
    csv.number(id(rank));
    csv.text(goods(rank).name(luck % 97), product + 1L);
    csv.text(goods(rank).category());
    csv.money(priceFen(rank, product));
    csv.number(luck % 10 == 0 ? 0 : luck % 2000);
    csv.text(product == 0 && luck % 3 == 0 ? "true" : "false");
    boolean listed = luck % 5 < 3;
    int from = Math.max(joinedOn(rank), scale.firstDay() - 60) + luck % 11;
    if (listed) {
      csv.day(from);
    } else {
      csv.empty();
    }
    if (listed && luck % 13 == 0) {
      csv.day(from + 30 + luck % 60);
    } else {
      csv.empty();
    }
    csv.endRow();
  }

  private int number(int rank, int use, int bound) {
    long hash = Dice.hash(scale.seed(), Kind.MERCHANT, rank * 16L + use);
    return (int) ((hash >>> 33) % bound);
  }
}
