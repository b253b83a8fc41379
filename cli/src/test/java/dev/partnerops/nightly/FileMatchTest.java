package dev.partnerops.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.command.InboxRule;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.model.Title;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which data set a file of the inbox is of. */
final class FileMatchTest {

  private static final List<DataSet> DATA_SETS = dataSets();

  /** Those that are shipped, and one of a workspace whose name begins like another's. */
  private static List<DataSet> dataSets() {
    List<DataSet> all = new ArrayList<>(DataSets.shipped().all());
    all.add(new DataSet("orders_returned", new Title("Returned", "退货"), List.of(), null, false));
    return all;
  }

  @ParameterizedTest(name = "{0} is of {1}")
  @CsvSource({
    "orders-2020-10-01.csv.gz,   orders",
    "orders_2020.csv,            orders",
    "orders20201001.csv,         orders",
    "orders.csv,                 orders",
    "Orders.CSV,                 orders",
    "orders_returned-1.csv,      orders_returned",
    "orders.csv.rejects.csv,     orders",
    "merchants 2020.csv,         merchants",
    "ordersheet.csv,             ?",
    "orders,                     ?",
    "my-orders.csv,              ?",
    "商家.csv,                    ?",
  })
  void aNameBeginsWithThatOfItsDataSet(String name, String dataSet) {
    assertThat(word(FileMatch.find(name, List.of(), DATA_SETS, List::of))).isEqualTo(dataSet);
  }

  @Test
  void aRuleWinsOverTheName() {
    InboxRule trades = rule("orders-*.csv", "bookings");
    FileMatch match = FileMatch.find("orders-1.csv", List.of(trades), DATA_SETS, List::of);
    assertThat(match).isEqualTo(new FileMatch.Of(dataSet("bookings"), trades));
  }

  @Test
  void ofRulesTheFirstThatMatchesCounts() {
    List<InboxRule> rules =
        List.of(rule("*.txt", "leaders"), rule("t*.csv", "tasks"), rule("*.csv", "figures"));
    assertThat(word(FileMatch.find("t.csv", rules, DATA_SETS, List::of))).isEqualTo("tasks");
    assertThat(word(FileMatch.find("x.csv", rules, DATA_SETS, List::of))).isEqualTo("figures");
  }

  @Test
  void aHeaderCountsWhereTheNameSaysNothing() {
    assertThat(
            word(
                FileMatch.find(
                    "export.csv", List.of(), DATA_SETS, () -> List.of(dataSet("courses")))))
        .isEqualTo("courses");
  }

  @Test
  void aHeaderOfSeveralDataSetsIsOfNone() {
    FileMatch match =
        FileMatch.find(
            "export.csv",
            List.of(),
            DATA_SETS,
            () -> List.of(dataSet("courses"), dataSet("tasks")));
    assertThat(match)
        .isInstanceOfSatisfying(
            FileMatch.None.class,
            none -> assertThat(none.reason().key()).isEqualTo("nightly.unknown.several"));
  }

  private static InboxRule rule(String match, String dataSet) {
    return new InboxRule(match, dataSet, null, null, null, false, 1);
  }

  private static DataSet dataSet(String name) {
    return DataSets.shipped().find(name).orElseThrow();
  }

  private static String word(FileMatch match) {
    return switch (match) {
      case FileMatch.Of of -> of.dataSet().name();
      case FileMatch.None none -> "?";
    };
  }
}
