package dev.partnerops.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The desk of {@link QuarterTest}: its files, its nights, and what people do in between. */
final class Quarter {

  /** The shop that registers again under the licence of one that had its credit. */
  static final String AGAIN = "29999999";

  private static final Path PROGRAMMES =
      Path.of("src/test/resources/dev/partnerops/crosscheck/quarter");
  private static final List<String> BASE =
      List.of("merchants", "providers", "promoters", "affiliations");

  private final Path folder;
  private final Path data;
  private final Path inbox;
  private final SqliteJudge judge;
  private final NightFiles orders;
  private final List<String> merchants;
  private final List<String> affiliations;
  private String closedUnpaid = "";

  Quarter(Path folder, SqliteJudge judge) throws IOException {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.inbox = Files.createDirectory(folder.resolve("inbox"));
    this.judge = judge;
    this.orders = new NightFiles(data.resolve("orders.csv"));
    this.merchants = Files.readAllLines(data.resolve("merchants.csv"));
    this.affiliations = Files.readAllLines(data.resolve("affiliations.csv"));
  }

  /** What was there before the first night. */
  void begin(LocalDate first) throws IOException, SQLException {
    Path desk = folder.resolve("desk");
    assertThat(Invocation.of(folder, "init", "desk").exit()).isZero();
    try (Stream<Path> files = Files.list(PROGRAMMES)) {
      for (Path file : files.toList()) {
        Files.copy(file, desk.resolve("programmes").resolve(file.getFileName()));
      }
    }
    for (String dataSet : BASE) {
      run("import", dataSet, "data/" + dataSet + ".csv");
      load(dataSet, data.resolve(dataSet + ".csv"));
    }
    Path before = data.resolve("before.csv");
    orders.writeBefore(first, before);
    run("import", "orders", "data/before.csv");
    load("orders", before);
    judge.execute("create table known_sales (month, provider_id, role, net)");
    judge.execute("create table by_hand (month, provider_id, role)");
  }

  private void load(String dataSet, Path file) throws SQLException, IOException {
    int keyColumns =
        switch (dataSet) {
          case "affiliations" -> 5;
          case "providers" -> 3;
          default -> 1;
        };
    judge.load(dataSet, keyColumns, file);
  }

  /** The files of a day, and its night. */
  void night(LocalDate day) throws IOException, SQLException {
    switch (day.toString()) {
      case "2020-11-10" -> registerAgain(day);
      case "2020-11-12" -> closedUnpaid = closeAShop("merchants-closed.csv");
      case "2020-11-15" -> changeHands();
      case "2020-11-25" -> amendOctober(day);
      case "2020-12-01" -> closeAShop("merchants-closed-later.csv");
      default -> {}
    }
    orders.write(day, inbox.resolve("orders-" + day + ".csv"));
    try (Stream<Path> files = Files.list(inbox).filter(Files::isRegularFile)) {
      for (Path file : files.sorted().toList()) {
        load(file.getFileName().toString().replaceAll("-.*", ""), file);
      }
    }
    nightly(day);
    if (day.plusDays(1).getDayOfMonth() == 1) {
      rememberSales(day.toString().substring(0, 7));
    }
  }

  void nightly(LocalDate day) {
    run(
        "nightly",
        "--inbox",
        inbox.toString(),
        "--as-of",
        day.toString(),
        "--auto-approve",
        "--by",
        "night");
  }

  /** What the desk does by day. */
  void deskWork(LocalDate day) throws SQLException {
    switch (day.toString()) {
      case "2020-11-05" -> run("close", "2020-10", "--as-of", day.toString(), "--by", "wang");
      case "2020-11-20" -> {
        run("ledger", "export", "--programme", "shop-credit", "--by", "wang");
        setByHand(day);
      }
      case "2020-12-05" -> run("close", "2020-11", "--as-of", day.toString(), "--by", "wang");
      default -> {}
    }
  }

  private void registerAgain(LocalDate day) throws IOException {
    String licence = cells(credited(0))[5];
    add(
        "merchants-again.csv",
        merchants.getFirst(),
        AGAIN + ",再来,self_built,女装,广东," + licence + ",2020-11-10,active");
    orders.add(
        day, "2011109999999999," + AGAIN + ",,,,,,shop,1,88.00,,,paid,2020-11-10 12:00:00,,,,");
  }

  /** A shop whose credit is booked and in no payout file. */
  private String closeAShop(String file) throws IOException {
    String[] cells = cells(credited(file.contains("later") ? 2 : 1));
    cells[7] = "closed";
    add(file, merchants.getFirst(), String.join(",", cells));
    return cells[0];
  }

  /**
   * One of those that had their credit by the second week, in the order of ids, each licence once.
   */
  private String credited(int place) {
    String id =
        query(
                "select min(entity_id) from ledger where benefit = 'credit' and period <= '2020-W45'"
                    + " group by entry_key order by 1")
            .get(place);
    return merchants.stream().filter(row -> row.startsWith(id + ",")).findFirst().orElseThrow();
  }

  String closedUnpaid() {
    return closedUnpaid;
  }

  /** The training provider of the first shop that has one hands over in the middle of the month. */
  private void changeHands() throws IOException {
    String before =
        affiliations.stream()
            .filter(row -> row.contains(",training,merchant,") && row.endsWith(","))
            .findFirst()
            .orElseThrow();
    String other =
        affiliations.stream()
            .filter(row -> row.contains(",training,merchant,"))
            .map(row -> row.substring(0, row.indexOf(',')))
            .filter(id -> !before.startsWith(id))
            .findFirst()
            .orElseThrow();
    add(
        "affiliations-handover.csv",
        affiliations.getFirst(),
        before + "2020-11-14",
        other + ",training,merchant," + cells(before)[3] + ",2020-11-15,");
  }

  /** An order of the closed month was more than was said. */
  private void amendOctober(LocalDate day) throws IOException {
    String row =
        query(
                "select order_id from orders where paid_at >= timestamp with time zone"
                    + " '2020-10-05 00:00:00+08:00' and paid_at < timestamp with time zone"
                    + " '2020-10-06 00:00:00+08:00' and status = 'completed' order by order_id")
            .stream()
            .map(orders::last)
            .filter(last -> last.contains(",completed,"))
            .findFirst()
            .orElseThrow();
    String[] cells = cells(row);
    cells[9] = "1999.99";
    orders.add(day, String.join(",", cells));
  }

  private void setByHand(LocalDate day) throws SQLException {
    String provider =
        query(
                "select entity_id, role from decisions where programme = 'shop-partners' and kind = 'tier'"
                    + " and period = '2020-10' and tier_after = 'base' order by entity_id, role")
            .getFirst();
    String[] cells = cells(provider);
    run(
        "override",
        cells[0],
        "--role",
        cells[1],
        "--programme",
        "shop-partners",
        "--tier",
        "gold",
        "--reason",
        "live base rebuilt after the fire",
        "--until",
        "2020-12-02",
        "--by",
        "li",
        "--as-of",
        day.toString());
    run("approve", "--override", "1", "--by", "wang", "--as-of", day.toString());
    judge.execute(
        "insert into by_hand values ('2020-11', '%s', '%s')".formatted(cells[0], cells[1]));
  }

  /** Net sales of providers as they are known at the end of a month, and of all orders today. */
  private void rememberSales(String month) throws SQLException {
    judge.execute("drop table if exists net");
    judge.execute(
        """
        create table net as
        select
          order_id,
          merchant_id,
          substr(paid_at, 1, 7) as month,
          substr(paid_at, 1, 10) as day,
          cast(round(amount * 100) as integer)
            - case status
                when 'cancelled' then cast(round(amount * 100) as integer)
                when 'refunded' then cast(round(coalesce(refund_amount, amount) * 100) as integer)
                else cast(round(coalesce(refund_amount, 0) * 100) as integer)
              end as net
        from orders
        """);
    judge.execute(
        """
        insert into known_sales
        select month, provider_id, role, sum(net)
        from net
        join affiliations
          on subject_type = 'merchant' and subject_id = merchant_id
          and day >= from_on and (to_on is null or day <= to_on)
        where month = '%s'
        group by month, provider_id, role
        """
            .formatted(month));
    judge.execute("drop table if exists provider_sales");
    judge.execute(
        """
        create table provider_sales as
        select
          months.month,
          providers.provider_id,
          providers.role,
          coalesce(net, 0) as net,
          exists (
            select 1 from by_hand
            where by_hand.month = months.month and by_hand.provider_id = providers.provider_id
              and by_hand.role = providers.role) as by_hand
        from providers
        cross join (select distinct month from known_sales) as months
        left join known_sales
          on known_sales.month = months.month and known_sales.provider_id = providers.provider_id
          and known_sales.role = providers.role
        """);
  }

  private void add(String file, String... rows) throws IOException {
    Files.writeString(inbox.resolve(file), String.join("\n", rows) + "\n");
  }

  private static String[] cells(String row) {
    return row.split(",", -1);
  }

  /** The content of the store, and the names and bytes of all files beside it. */
  List<String> content() throws IOException {
    List<String> content = new ArrayList<>(run("store", "digest").lines().toList());
    for (Path root : List.of(inbox, folder.resolve("desk/reports"))) {
      if (Files.isDirectory(root)) {
        try (Stream<Path> tree = Files.walk(root)) {
          for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
            content.add(root.relativize(file) + " " + Arrays.hashCode(Files.readAllBytes(file)));
          }
        }
      }
    }
    return content;
  }

  List<String> query(String sql) {
    return run("query", sql, "--no-header").lines().toList();
  }

  String stdoutOf(String part, String programme, String period) {
    return run(part, "--programme", programme, "--period", period, "--as-of", "2020-12-31");
  }

  /** Runs a line on the desk; one that fails fails the test with what it said. */
  String run(String... words) {
    String[] line =
        Stream.concat(Stream.of("-w", "desk"), Arrays.stream(words)).toArray(String[]::new);
    Invocation invocation = Invocation.of(folder, line);
    assertThat(invocation.exit()).as(String.join(" ", line) + "\n" + invocation.stderr()).isZero();
    return invocation.stdout();
  }
}
