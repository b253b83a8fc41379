package dev.partnerops.programme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Period;
import dev.partnerops.model.Title;
import dev.partnerops.model.Value;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProgrammeReaderTest {

  private static final Programme WHOLE =
      ProgrammeReader.read("whole.yaml", WholeLanguage.TEXT, new Catalogue());

  @Test
  void readsTheHead() {
    assertThat(WHOLE.id()).isEqualTo("star-leaders");
    assertThat(WHOLE.title()).isEqualTo(new Title("Star leaders", "明星团长"));
    assertThat(WHOLE.edition()).isEqualTo(2);
    assertThat(WHOLE.effective())
        .isEqualTo(new Programme.Effective(LocalDate.of(2020, 10, 1), null, true));
    assertThat(WHOLE.cohort())
        .isEqualTo(new Programme.Cohort("joined_on", LocalDate.of(2020, 9, 1), null));
    assertThat(WHOLE.entity()).isEqualTo(EntityKind.LEADER);
    assertThat(WHOLE.zone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(WHOLE.calendar())
        .isEqualTo(new Calendar(new Calendar.Every.Each(Period.Unit.MONTH), 3));
    assertThat(WHOLE.adjustPeriods()).isEqualTo(2);
  }

  @Test
  void fillsInWhatTheFileLeavesOut() {
    Programme bare =
        read(
            "grants: [{benefit: b, kind: cash, amount: 5, limits: [{per: entity, at_most: 5}]}]\n"
                + "ladder: {tiers: [{tier: a}]}\nranking: {by: {metric: orders}}");
    assertThat(bare.edition()).isEqualTo(1);
    assertThat(bare.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(bare.currency()).isEqualTo("CNY");
    assertThat(bare.calendar().onDay()).isEqualTo(1);
    assertThat(bare.adjustPeriods()).isEqualTo(3);
    assertThat(read("adjust: none").adjustPeriods()).isZero();
    assertThat(bare.segmentBy()).isNull();
    Grant grant = bare.instruments().grants().getFirst();
    assertThat(grant.oncePer()).containsExactly("entity", "period");
    assertThat(grant.limits().getFirst().each()).isEqualTo(Grant.Limit.Each.LIFETIME);
    assertThat(grant.limits().getFirst().whenShort()).isEqualTo(Grant.Limit.WhenShort.BY_ARRIVAL);
    Ladder ladder = bare.instruments().ladder();
    assertThat(ladder.up().oneStep()).isFalse();
    assertThat(number(ladder.up().after())).isEqualTo("1");
    assertThat(ladder.down().never()).isFalse();
    assertThat(bare.instruments().ranking().ties()).isEqualTo(Ranking.Ties.STRICT);
    assertThat(bare.instruments().ranking().by().lowestFirst()).isFalse();
  }

  @Test
  void aProviderIsJudgedByItsRole() {
    Programme programme =
        ProgrammeReader.read("p.yaml", head().replace("merchant", "provider"), new Catalogue());
    assertThat(programme.segmentBy()).isEqualTo("role");
  }

  @Test
  void namesAMetricWhereItIsUsed() {
    Condition.OfMetric minimum = (Condition.OfMetric) WHOLE.instruments().minimum();
    assertThat(minimum.metric().label()).isEqualTo("orders3");
    assertThat(minimum.metric().title()).isEqualTo(new Title("Orders", "Orders"));
    assertThat(minimum.metric().clause()).isEqualTo(new Clause("minimum", 34));
    assertThat(minimum.metric().metric()).isEqualTo(WHOLE.metrics().get("orders3").metric());
    assertThat(minimum.whenMissing()).isEqualTo(Condition.WhenMissing.UNMET);
  }

  @Test
  void clausePathsAreThoseOfTheFile() {
    Condition.Any exit = (Condition.Any) WHOLE.instruments().ladder().exit();
    assertThat(exit.clause().path()).isEqualTo("ladder.exit");
    assertThat(exit.conditions().stream().map(condition -> condition.clause().path()))
        .containsExactly("ladder.exit.any[0]", "ladder.exit.any[1]");
    assertThat(((Condition.Held) exit.conditions().getFirst()).condition().clause().path())
        .isEqualTo("ladder.exit.any[0].held");
    assertThat(((Condition.All) WHOLE.where()).conditions().getFirst().clause().path())
        .isEqualTo("where[0]");
    assertThat(WHOLE.segments().get("unit").minimum().clause().path())
        .isEqualTo("segments.unit.minimum");
    assertThat(WHOLE.instruments().grants().get(1).eligible().clause().path())
        .isEqualTo("grants[1].eligible");
  }

  @Test
  void aFieldThatIsMissingDoesNotFollowTheFile() {
    Programme programme =
        read(
            "when_missing: met\n"
                + "minimum:\n"
                + "  - {field: status, is: active}\n"
                + "  - {field: status, is_not: closed}\n"
                + "  - {field: status, is: active, when_missing: skip}\n"
                + "  - {metric: refund_rate, at_most: 1%}");
    Condition.All all = (Condition.All) programme.instruments().minimum();
    assertThat(
            all.conditions().subList(0, 3).stream()
                .map(leaf -> ((Condition.OfField) leaf).whenMissing()))
        .containsExactly(
            Condition.WhenMissing.UNMET, Condition.WhenMissing.MET, Condition.WhenMissing.SKIP);
    assertThat(((Condition.OfMetric) all.conditions().get(3)).whenMissing())
        .isEqualTo(Condition.WhenMissing.MET);
  }

  @Test
  void replacesParametersAsWholeValues() {
    Ladder.Tier star = WHOLE.instruments().ladder().tiers().get(1);
    assertThat(number(star.enter())).isEqualTo("60");
    assertThat(star.enter().clause()).isEqualTo(new Clause("ladder.tiers[1].enter", 46));
    Grant.Amount.Share share =
        (Grant.Amount.Share) WHOLE.instruments().grants().getFirst().amount();
    assertThat(((Setting.Table) share.rate()).rows().getFirst().key()).isEqualTo("food");
  }

  @Test
  void keepIsEnterWhereTheFileIsSilent() {
    List<Ladder.Tier> tiers = WHOLE.instruments().ladder().tiers();
    assertThat(tiers.get(0).keep()).isNull();
    assertThat(number(tiers.get(1).keep())).isEqualTo("55");
    assertThat(tiers.get(2).keep()).isEqualTo(tiers.get(2).enter());
  }

  @Test
  void tablesAndChoicesNest() {
    Grant.Amount.Fixed place = (Grant.Amount.Fixed) WHOLE.instruments().grants().get(2).amount();
    Setting.Table table = (Setting.Table) place.yuan();
    assertThat(table.rows().get(1).from()).isEqualTo(2);
    assertThat(table.rows().get(1).to()).isEqualTo(3);
    assertThat(table.rows().get(1).setting()).isInstanceOf(Setting.Choice.class);
    assertThat(table.otherwise()).isInstanceOf(Setting.None.class);
  }

  @Test
  void aShareOfPlacesIsKeptAsShare() {
    Ranking.Quota gold = WHOLE.instruments().ranking().quotas().getFirst();
    assertThat(gold.share()).isTrue();
    assertThat(number(gold.places())).isEqualTo("0.03");
    assertThat(gold.ofAll()).isTrue();
    assertThat(gold.roundUp()).isTrue();
  }

  @Test
  void segmentsLieOverTheTop() {
    Instruments unit = WHOLE.instrumentsOf("unit");
    assertThat(unit.minimum()).isNotEqualTo(WHOLE.instruments().minimum());
    assertThat(unit.ladder()).isEqualTo(WHOLE.instruments().ladder());
    assertThat(WHOLE.instrumentsOf("other")).isEqualTo(WHOLE.instruments());
  }

  @Test
  void knowsWhatItReads() {
    assertThat(References.fieldsOf(WHOLE))
        .containsExactly("category", "joined_on", "licence_no", "status");
    assertThat(References.programmesReadBy(WHOLE)).containsExactly("other-programme");
    assertThat(References.metricsOf(WHOLE).stream().map(MetricReference::name))
        .containsExactly(
            "orders",
            "net_sales",
            "refund_rate",
            "net_sales",
            "good_share",
            "visits",
            "severe_violations",
            "violation_points",
            "orders",
            "net_sales");
  }

  @Test
  void equalReferencesAreOne() {
    Programme programme =
        read(
            "minimum: [{metric: orders, at_least: 1}, {metric: orders, window: period, at_most:"
                + " 9}]");
    assertThat(References.metricsOf(programme)).hasSize(1);
  }

  @Test
  void aNamedRateHasParts() {
    Programme programme =
        read(
            "metrics: {refunds: {metric: refund_rate, window: last 90 days}}\n"
                + "minimum: {metric: refunds.denominator, at_least: 10}");
    Condition.OfMetric minimum = (Condition.OfMetric) programme.instruments().minimum();
    MetricReference reference = ((Metric.Measured) minimum.metric().metric()).reference();
    assertThat(reference.part()).isEqualTo(MetricReference.Part.DENOMINATOR);
    assertThat(reference.window()).isEqualTo(new Window.LastDays(90));
  }

  @Test
  void aMetricMayHaveTheNameOfItsCatalogueMetric() {
    Programme programme =
        read(
            "metrics: {orders: {metric: orders, window: last 90 days}}\n"
                + "minimum: {metric: orders, at_least: 10}");
    assertThat(References.metricsOf(programme).stream().map(MetricReference::window))
        .containsExactly(new Window.LastDays(90));
  }

  @Test
  void theDigestIsThatOfTheText() {
    assertThat(read("").digest()).hasSize(64).isEqualTo(read("").digest());
    assertThat(read("").digest()).isNotEqualTo(read("# a word more").digest());
  }

  private static String number(Setting setting) {
    Value value = ((Setting.Literal) setting).value();
    return value.findNumber().map(Fraction::toString).orElseThrow();
  }

  private static String head() {
    return """
    programme: p
    title: {en: P}
    effective: {from: 2020-10-01}
    entity: merchant
    evaluate: {every: month}
    """;
  }

  private static Programme read(String more) {
    return ProgrammeReader.read("p.yaml", head() + more, new Catalogue());
  }
}
