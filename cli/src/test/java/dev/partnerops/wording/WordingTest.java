package dev.partnerops.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.dataset.DataSets;
import dev.partnerops.metrics.Catalogue;
import dev.partnerops.metrics.CatalogueNames;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Period;
import dev.partnerops.model.Unit;
import dev.partnerops.output.Messages;
import dev.partnerops.programme.Calendar;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Length;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.ProgrammeReader;
import dev.partnerops.programme.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the samples do not say; the rest is in the golden cases of {@code policy show}. */
final class WordingTest {

  private static final Catalogue CATALOGUE = new Catalogue(DataSets.shipped(), List.of());
  private static final Clause CLAUSE = new Clause("where", 1);

  private final Wording english = words(Locale.ENGLISH);
  private final Wording chinese = words(Locale.CHINESE);

  @Test
  void numbersStandWithTheirUnit() {
    assertThat(english.amounts().number(Fraction.of(-123456789, 100), Unit.MONEY))
        .isEqualTo("-1,234,567.89 yuan");
    assertThat(english.amounts().number(Fraction.of(1, 3), Unit.RATE)).isEqualTo("33.333333%");
    assertThat(english.amounts().number(Fraction.of(1), Unit.DAYS)).isEqualTo("1 day");
    assertThat(chinese.amounts().number(Fraction.of(12345), Unit.DAYS)).isEqualTo("12,345天");
  }

  @Test
  void windowsOfAllKinds() {
    Window year = new Window.ToDate(Length.Unit.YEARS);
    Window months = new Window.LastWhole(new Length(5, Length.Unit.MONTHS), true);
    Window first = new Window.FirstFrom(new Length(1, Length.Unit.YEARS), "joined_on");
    Condition closed =
        new Condition.Standing(
            Condition.Standing.Kind.TIER,
            List.of("gold"),
            true,
            null,
            months,
            Condition.Standing.Seen.EVERY,
            CLAUSE,
            null);
    assertThat(english.spans().window(new Window.Choice(closed, year, first)))
        .isEqualTo(
            "this year to date if tier gold or above at every evaluation (last 5 whole months and"
                + " the days since), else first 1 year from the joining day");
    assertThat(chinese.spans().window(new Window.Choice(closed, year, first)))
        .isEqualTo("若等级为gold或以上（最近5个完整自然月及其后至今内每次评估均如此），则本年至今，否则自入驻日期起的前1年");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "now / before - 1, RATE",
    "'ROUND(now / before, 2)', RATE",
    "now / bought, MONEY",
    "now - before, MONEY",
    "now * 2%, MONEY",
    "now * lost, MONEY",
    "'COALESCE(lost, 0)', RATE",
    "100 * now / before, NUMBER",
    "bought / earlier - 1, RATE",
    "bought / bought_by, NUMBER",
    "today - joined, DAYS",
    "now > before, FLAG",
    "1 + 1, NUMBER",
  })
  void anExpressionIsReadInTheUnitOfWhatItReckons(String expression, Unit unit) {
    assertThat(english.metrics().unit(reckoned(english, expression))).isEqualTo(unit);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "now / before - 1, Sales / before - 1, 销售额 / before - 1",
    "now - (before - 100), Sales - (before - 100 yuan), 销售额 - (before - 100元)",
    "now / (before * 2), Sales / (before × 2), 销售额 / (before × 2)",
    "(now - before) / before, (Sales - before) / before, (销售额 - before) / before",
    "'LEAST(lost, 5%)', the lesser of lost and 5%, lost与5%中的较小者",
    "'GREATEST(now, before, 0) * 2', '(the greatest of Sales, before and 0 yuan) × 2',"
        + " '(销售额、before与0元中的最大者) × 2'",
    "'COALESCE(lost, 0)', 'lost, where it has no value 0%', 'lost，无值时取0%'",
    "'ROUND(now / before, 2)', (Sales / before) rounded to 2 decimals,"
        + " (销售额 / before)四舍五入保留2位小数",
    "'ROUND(-now, -2)', '(-Sales) rounded to whole multiples of 100', '(-销售额)四舍五入至100的整数倍'",
    "CASE WHEN lost > 10% AND bought IS NOT NULL THEN 0 WHEN now IN (1) THEN 2 ELSE now END,"
        + " '0 yuan if lost more than 10% and bought is known, else 2 yuan if Sales is 1 yuan,"
        + " else Sales',"
        + " '若lost超过10%，且bought不为空，则0元，否则若销售额为1元，则2元，否则销售额'",
    "lost.denominator / now, denominator of lost / Sales, lost的分母 / 销售额",
  })
  void anExpressionIsSaidFromItsTree(String expression, String inEnglish, String inChinese) {
    assertThat(english.metrics().counted(reckoned(english, expression).metric()))
        .isEqualTo(inEnglish);
    assertThat(chinese.metrics().counted(reckoned(chinese, expression).metric()))
        .isEqualTo(inChinese.replace("(", "（").replace(")", "）"));
  }

  @Test
  void calendarsOfAllKinds() {
    Calendar.Every days = new Calendar.Every.Days(30, LocalDate.of(2022, 8, 26));
    Calendar.Every once =
        new Calendar.Every.Once(LocalDate.of(2020, 10, 30), LocalDate.of(2020, 11, 6));
    assertThat(english.spans().every(days)).isEqualTo("every 30 days from 2022-08-26");
    assertThat(chinese.spans().every(days)).isEqualTo("自2022-08-26起每30天");
    assertThat(english.spans().every(once)).isEqualTo("once, from 2020-10-30 to 2020-11-06");
    assertThat(chinese.spans().every(once)).isEqualTo("仅一次，2020-10-30至2020-11-06");
    for (Period.Unit unit : Period.Unit.values()) {
      Calendar.Every each = new Calendar.Every.Each(unit);
      assertThat(english.spans().every(each)).startsWith("every ");
      assertThat(chinese.spans().every(each)).startsWith("每");
    }
  }

  @Test
  void aFieldOfAnotherEntityIsSaidOfIt() {
    assertThat(english.fields().name("licence.joined_on")).isEqualTo("joining day of its licence");
    assertThat(chinese.fields().name("licence.joined_on")).isEqualTo("所属主体的入驻日期");
  }

  @Test
  void aLongSumTakesNoLongerThanItsLength() {
    String sum = "now" + " + now".repeat(300);
    assertThat(english.metrics().unit(reckoned(english, sum))).isEqualTo(Unit.MONEY);
    assertThat(english.metrics().counted(reckoned(english, sum).metric()))
        .isEqualTo("Sales" + " + Sales".repeat(300));
  }

  /** The metric of that expression over those of the programme. */
  private static Metric.Use reckoned(Wording words, String expression) {
    String text = words.programme().text() + "  reckoned: {expr: \"" + expression + "\"}\n";
    Metric.Use reckoned =
        ProgrammeReader.read("p.yaml", text, new CatalogueNames(CATALOGUE))
            .metrics()
            .get("reckoned");
    return Objects.requireNonNull(reckoned);
  }

  private static Wording words(Locale language) {
    String text =
        """
        programme: p
        title: {en: P}
        effective: {from: 2020-01-01}
        entity: merchant
        evaluate: {every: month}
        minimum: {metric: orders, at_least: 1}
        metrics:
          now: {metric: gmv, title: {en: Sales, zh: 销售额}}
          before: {metric: gmv, window: previous period}
          bought: {metric: orders}
          earlier: {metric: orders, window: previous period}
          bought_by: {metric: buyers}
          lost: {metric: refund_rate}
          joined: {field: joined_on}
          today: {metric: first_order_on}
        """;
    return Wording.of(
        new Messages(language),
        CATALOGUE,
        ProgrammeReader.read("p.yaml", text, new CatalogueNames(CATALOGUE)),
        List.of());
  }
}
