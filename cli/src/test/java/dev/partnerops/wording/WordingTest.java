package dev.partnerops.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.metrics.Catalogue;
import dev.partnerops.metrics.CatalogueNames;
import dev.partnerops.metrics.Unit;
import dev.partnerops.model.Fraction;
import dev.partnerops.output.Messages;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Length;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.ProgrammeReader;
import dev.partnerops.programme.Window;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the samples do not say; the rest is in the golden cases of {@code policy show}. */
final class WordingTest {

  private static final Catalogue CATALOGUE = new Catalogue(List.of());
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
            "this year to date if tier gold or above, at every evaluation in: last 5 whole months"
                + " and the days since, else first 1 year from the joining day");
    assertThat(chinese.spans().window(new Window.Choice(closed, year, first)))
        .isEqualTo("若最近5个完整自然月及其后至今内每次评估均等级为gold或以上，则本年至今，否则自入驻日期起的前1年");
  }

  @Test
  void aGrowthIsReadInPercent() {
    Metric now = measured("gmv", new Window.OfPeriod(0));
    Metric before = measured("gmv", new Window.OfPeriod(1));
    Metric orders = measured("orders", new Window.OfPeriod(0));
    Map<String, Metric> names = Map.of("now", now, "before", before, "orders", orders);
    assertThat(unit(new Metric.Derived("now / before - 1", names))).isEqualTo(Unit.RATE);
    assertThat(unit(new Metric.Derived("now / orders", names))).isEqualTo(Unit.NUMBER);
    assertThat(unit(new Metric.Derived("now - before", names))).isEqualTo(Unit.NUMBER);
  }

  private Unit unit(Metric metric) {
    return english.metrics().unit(new Metric.Use("growth", metric, null, CLAUSE, 6));
  }

  private static Metric measured(String name, Window window) {
    return new Metric.Measured(
        new MetricReference(
            name,
            MetricReference.Part.WHOLE,
            window,
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            null));
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
        """;
    return Wording.of(
        new Messages(language),
        CATALOGUE,
        ProgrammeReader.read("p.yaml", text, new CatalogueNames(CATALOGUE, Set.of())),
        List.of());
  }
}
