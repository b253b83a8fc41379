package dev.partnerops.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerops.dataset.DataSets;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Title;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SqlMetricReaderTest {

  private static final String REPLIES =
      """
      -- First replies in time:
      -- of a day's questions.
      -- entity: merchant
      -- unit: rate
      -- clock: replies.asked_at
      -- title: {en: "First reply rate, all", zh: 首次回复率}
      -- with: {hours: 24, kind: open, since: 2020-01-01, strict: true, share: 5%}
      select r.merchant_id as entity_id, sum(r.good) as numerator, count(*) as denominator
      from replies as r -- :ignored
      where r.asked_at >= :from and r.hours <= :hours and r.hours::integer > 0
        and r.text <> ':ignored' and r.kind = :kind and r.day >= :since and r.strict = :strict
        and r.share > :share
      group by r.merchant_id;
      """;

  @Test
  void readsHeaderParametersAndSelect() {
    SqlMetric metric =
        SqlMetricReader.read("metrics/first_reply_rate.sql", REPLIES, DataSets.shipped());

    assertThat(metric.name()).isEqualTo("first_reply_rate");
    assertThat(metric.kind()).isEqualTo(EntityKind.MERCHANT);
    assertThat(metric.unit()).isEqualTo(Unit.RATE);
    assertThat(metric.isQuotient()).isTrue();
    assertThat(metric.clock()).isEqualTo("replies.asked_at");
    assertThat(metric.title()).isEqualTo(new Title("First reply rate, all", "首次回复率"));
    assertThat(metric.description()).isEqualTo("First replies in time: of a day's questions.");
    assertThat(metric.with())
        .isEqualTo(
            Map.of(
                "hours", Scalar.read("24"),
                "kind", Value.ofText("open"),
                "since", Scalar.read("2020-01-01"),
                "strict", new Value.Flag(true),
                "share", Scalar.read("0.05")));
    assertThat(metric.select().parameters())
        .extracting(SqlText.Parameter::name)
        .containsExactly("from", "hours", "kind", "since", "strict", "share");
    assertThat(metric.select().jdbc())
        .contains("r.hours <= ? and r.hours::integer", "r.text <> ':ignored'")
        .doesNotContain("-- :ignored", ";");
  }

  @Test
  void takesTheEntityIntoTheFileName() {
    SqlMetric metric =
        SqlMetricReader.read("metrics/replies.merchant.sql", REPLIES, DataSets.shipped());

    assertThat(metric.name()).isEqualTo("replies");
  }

  @ParameterizedTest
  @MethodSource
  void namesFileLineAndWhatToDo(String file, String from, String to, String expected) {
    assertThatThrownBy(
            () -> SqlMetricReader.read(file, REPLIES.replace(from, to), DataSets.shipped()))
        .isInstanceOfSatisfying(
            ToolException.Policy.class, fault -> assertThat(Said.by(fault)).isEqualTo(expected));
  }

  static Stream<Arguments> namesFileLineAndWhatToDo() {
    return Stream.of(
        fault("-- unit: rate\n", "", "m.sql:1: the header lacks the line \"-- unit: …\""),
        fault(
            "unit: rate",
            "unit: ratio",
            "m.sql:4: there is no unit ratio; one of rate, money, count, number, days, day, flag"),
        fault("-- unit", "-- units", "m.sql:4: there is no header line units; near it: unit"),
        fault(
            "-- unit: rate",
            "-- entity: leader",
            "m.sql:4: the header line entity stands twice; keep one"),
        fault(
            "unit: rate",
            "unit:",
            "m.sql:4: the header line unit says nothing; write a value after the colon"),
        fault(
            "entity: merchant",
            "entity: merchants",
            "m.sql:3: there is no entity merchants; one of merchant (one entity a file)"),
        fault(
            "zh: 首次回复率}",
            "cn: 首次回复率}",
            "m.sql:6: the title is not a map of en and zh; write {en: No-shows, zh: 爽约次数}"),
        fault(
            "{hours: 24,",
            "hours: 24,",
            "m.sql:7: the parameters are not a map of names and defaults; write {hours: 24}"),
        fault(
            "{hours: 24,",
            "{from: 24,",
            "m.sql:7: a parameter cannot be called from; lower case, digits and _, and none of as_of, first_day, from, last_day, to"),
        fault(
            "<= :hours",
            "<= 24",
            "m.sql:7: the parameter hours of \"-- with:\" is not used in the SELECT; take it out"),
        fault(
            "<= :hours",
            "<= :hour",
            "m.sql:10: the parameter :hour is not declared; near it: hours, or declare it in \"-- with: {…}\""),
        fault("<= :hours", "<= ?", "m.sql:10: parameters have names; write :hours instead of ?"),
        fault(
            "r.merchant_id;",
            "r.merchant_id; delete from x",
            "m.sql:8: a second statement follows after a semicolon; a metric is one SELECT"),
        fault(
            REPLIES.substring(REPLIES.indexOf("select")),
            "",
            "m.sql:8: there is no SELECT after the header"),
        Arguments.of(
            "Replies.sql",
            "x",
            "x",
            "Replies.sql:1: a metric file is called NAME.sql or NAME.merchant.sql, NAME in lower case, digits and _; Replies.sql is not"),
        Arguments.of(
            "a.leader.sql",
            "x",
            "x",
            "a.leader.sql:1: a metric file is called NAME.sql or NAME.merchant.sql, NAME in lower case, digits and _; a.leader.sql is not"));
  }

  private static Arguments fault(String from, String to, String expected) {
    return Arguments.of("m.sql", from, to, expected);
  }
}
