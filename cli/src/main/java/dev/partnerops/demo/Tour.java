package dev.partnerops.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the demo brings in, judges and shows: the nine systems of SPEC section 1, each by the
 * command lines a user would type. {@code samples/README.md} has a page for each.
 */
final class Tour {

  /** The files of {@code samples/csv} in the order they come. */
  static final List<Source> SOURCES =
      List.of(
          new Source("merchants", "merchants"),
          new Source("providers", "providers"),
          new Source("promoters", "promoters"),
          new Source("leaders", "leaders"),
          new Source("products", "products"),
          new Source("products", "products-pool"),
          new Source("affiliations", "affiliations"),
          new Source("orders", "orders"),
          new Source("sessions", "sessions"),
          new Source("bookings", "bookings"),
          new Source("courses", "courses"),
          new Source("enrolments", "enrolments"),
          new Source("violations", "violations"),
          new Source("promotions", "promotions"),
          new Source("tasks", "tasks"),
          new Source("figures", "figures"));

  /** What is judged, in this order: each period of a ladder needs the one before. */
  static final List<Judged> JUDGED =
      List.of(
          new Judged("service-provider-partner", "2020-07"),
          new Judged("service-provider-partner", "2020-08"),
          new Judged("service-provider-partner", "2020-09"),
          new Judged("service-provider-partner", "2020-10"),
          new Judged("fanxing", "2020-10-31"),
          new Judged("fanxing", "2020-11-01"),
          new Judged("fanxing", "2020-11-03"),
          new Judged("double-hundred", "2020-10"),
          new Judged("alliance", "2020-10"),
          new Judged("alliance-merchants", "2020-10"),
          new Judged("alliance-leaders", "2020-10"),
          new Judged("leader-services", "2020-10"),
          new Judged("leader-no-show", "2020-10-31"),
          new Judged("leader-no-show", "2020-11-03"),
          new Judged("supply-chain-badges", "2020-Q3"),
          new Judged("xiaodiantong", "2020-10"),
          new Judged("carnival-116", "2020-10-30"),
          new Judged("carnival-116", "2020-10-31"),
          new Judged("carnival-116", "2020-11-01"),
          new Judged("carnival-116", "2020-11-02"),
          new Judged("carnival-116", "2020-11-03"),
          new Judged("carnival-origin", "2020-10-30..2020-11-05"),
          new Judged("supply-depth", "2020-W40"),
          new Judged("supply-depth", "2020-W41"),
          new Judged("supply-depth", "2020-W42"),
          new Judged("supply-depth", "2020-W43"),
          new Judged("supply-depth", "2020-W44"));

  private static final String GRANTED = "benefit,entity_id,name,status,amount";

  /** What is shown of it, system by system. */
  static final List<Stop> STOPS =
      List.of(
          new Stop(
              "demo.partners",
              new Judged("service-provider-partner", "2020-10")
                  .shown("tier", "segment,entity_id,name,score,tier_before,tier_after,action")),
          new Stop(
              "demo.fanxing",
              new Judged("fanxing", "2020-10-31").shown("subsidy", GRANTED, "--limit", "7"),
              new Judged("fanxing", "2020-11-01")
                  .shown(
                      "fee",
                      "entity_id,name,base_before,base_after,amount,standard_amount,saved",
                      "--sort",
                      "-amount",
                      "--limit",
                      "3")),
          new Stop(
              "demo.double-hundred",
              new Judged("double-hundred", "2020-10").shown("tier", "entity_id,name,tier_after"),
              new Judged("double-hundred", "2020-10").best("subsidy", GRANTED, 4)),
          new Stop(
              "demo.alliance",
              new Judged("alliance", "2020-10").best("subsidy", GRANTED, 4),
              new Judged("alliance-merchants", "2020-10").best("subsidy", GRANTED, 6),
              new Judged("alliance-leaders", "2020-10").best("subsidy", GRANTED, 3)),
          new Stop(
              "demo.leaders",
              new Judged("leader-services", "2020-10")
                  .shown("fee", "entity_id,name,base_after,amount,standard_amount,saved"),
              new Judged("leader-no-show", "2020-11-03")
                  .shown("subsidy", "benefit,entity_id,status,amount,reasons")),
          new Stop(
              "demo.badges",
              new Judged("supply-chain-badges", "2020-Q3")
                  .shown("badge", "rank,entity_id,name,value,badge")),
          new Stop(
              "demo.xiaodiantong",
              new Judged("xiaodiantong", "2020-10").best("subsidy", GRANTED, 3)),
          new Stop(
              "demo.carnival",
              new Judged("carnival-116", "2020-11-02").best("subsidy", GRANTED, 3),
              new Judged("carnival-116", "2020-11-03")
                  .shown("subsidy", GRANTED, "--sort", "status,entity_id", "--limit", "2"),
              new Judged("carnival-origin", "2020-10-30..2020-11-05")
                  .shown("badge", "partition,rank,entity_id,name,value,badge"),
              new Judged("carnival-origin", "2020-10-30..2020-11-05").best("subsidy", GRANTED, 8)),
          new Stop(
              "demo.depth",
              new Judged("supply-depth", "2020-W44")
                  .shown("tier", "entity_id,name,tier_before,tier_after,action", "--limit", "10")),
          new Stop(
              "demo.booked",
              new Shown(
                  List.of(
                      "query",
                      "select programme, benefit, count(*) as entries, sum(amount) as yuan from ledger"
                          + " group by programme, benefit order by programme, benefit"),
                  List.of())));

  private Tour() {}

  /** A file of {@code samples/csv} and the data set it belongs to. */
  record Source(String dataSet, String file) {}

  /** A programme and one of its periods. */
  record Judged(String programme, String period) {

    List<String> line(String command, String... more) {
      List<String> words = new ArrayList<>(List.of(command));
      words.addAll(List.of("--programme", programme, "--period", period));
      words.addAll(List.of(more));
      return words;
    }

    private Shown shown(String command, String columns, String... more) {
      List<String> shortened = new ArrayList<>(List.of("--columns", columns));
      shortened.addAll(List.of(more));
      return new Shown(line(command), shortened);
    }

    /** The rows of most money, and no more than that. */
    private Shown best(String command, String columns, int rows) {
      return shown(command, columns, "--sort", "-amount", "--limit", Integer.toString(rows));
    }
  }

  /** A command line, and the words that make its answer shorter than the user would get it. */
  record Shown(List<String> words, List<String> shortened) {
    Shown {
      words = List.copyOf(words);
      shortened = List.copyOf(shortened);
    }

    /** As a user types it. */
    String typed() {
      return words.stream()
          .map(word -> word.contains(" ") ? '"' + word + '"' : word)
          .collect(Collectors.joining(" "));
    }
  }

  /** One system: the key of its heading, and its lines. */
  record Stop(String heading, List<Shown> lines) {
    Stop {
      lines = List.copyOf(lines);
    }

    private Stop(String heading, Shown... lines) {
      this(heading, List.of(lines));
    }
  }
}
