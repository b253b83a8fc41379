package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A small workspace with orders in it, made once and copied for each test that damages it. */
final class Workspaces {

  private Workspaces() {}

  /** Merchants in batch 1, orders in batch 2. */
  static void make(Path folder, int orders) throws IOException {
    Files.createDirectories(folder);
    run(folder, "init");
    StringBuilder merchants = new StringBuilder("merchant_id,name,shop_type,joined_on\n");
    for (int i = 0; i < 50; i++) {
      merchants.append("M").append(i).append(",Shop ").append(i).append(",other,2020-01-01\n");
    }
    Files.writeString(folder.resolve("merchants.csv"), merchants);
    Files.writeString(folder.resolve("orders.csv"), orders(0, orders, 10));
    run(folder, "import", "merchants", "merchants.csv");
    run(folder, "import", "orders", "orders.csv");
  }

  /** Orders {@code from} to {@code to}; another {@code yuan} amends them. */
  static String orders(int from, int to, int yuan) {
    StringBuilder text =
        new StringBuilder("order_id,merchant_id,sku_id,amount,status,paid_at,channel\n");
    for (int i = from; i < to; i++) {
      text.append("O").append(i).append(",M").append(i % 50).append(",S").append(i % 977);
      text.append(",").append(yuan + i % 997).append(".10,paid,2020-10-");
      text.append(10 + i % 20).append("T10:00:00+08:00,live\n");
    }
    return text.toString();
  }

  /** What the orders of every merchant come to: equal content gives equal text. */
  static Invocation content(Path folder) {
    return Invocation.of(
        folder,
        "metrics",
        "compute",
        "gmv",
        "orders",
        "--entity",
        "merchant",
        "--window",
        "last 60 days");
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path each : tree.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static void run(Path folder, String... words) {
    Invocation done = Invocation.of(folder, words);
    assertThat(done.exit()).as(done.stderr()).isZero();
  }
}
