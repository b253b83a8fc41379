package dev.partnerops.deciding;

import static dev.partnerops.deciding.Policies.at;
import static dev.partnerops.deciding.Policies.instruments;
import static dev.partnerops.deciding.Policies.metric;
import static dev.partnerops.deciding.Policies.of;
import static dev.partnerops.deciding.Policies.programme;
import static dev.partnerops.deciding.Policies.scoreMetric;
import static dev.partnerops.deciding.Policies.tier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.EntityKind;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Condition.Operator;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.Ranking;
import dev.partnerops.programme.Ranking.Ties;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SPEC section 4, ranking; RULES 16 and 48; PROGRAMMES 41 to 46. */
class RankingTest {

  private static final Metric.Use SALES = metric("sales");

  private static Ranking.Quota quota(String badge, boolean next, String places) {
    return quota(badge, next, places, null, false, false, null);
  }

  private static Ranking.Quota quota(
      String badge,
      boolean next,
      String places,
      @Nullable Condition require,
      boolean ofAll,
      boolean roundUp,
      @Nullable String atLeast) {
    return new Ranking.Quota(
        badge,
        next,
        of(places),
        places.endsWith("%"),
        ofAll,
        roundUp,
        atLeast == null ? null : of(atLeast),
        require,
        null,
        at("ranking.quotas." + badge));
  }

  private static Ranking ranking(
      Metric.Use by, @Nullable Condition eligible, Ties ties, Ranking.Quota... quotas) {
    return new Ranking(
        new Ranking.Key(by, false),
        List.of(new Ranking.Key(SALES, false)),
        eligible,
        null,
        List.of(quotas),
        ties,
        at("ranking"));
  }

  private static Cases cases(Ranking ranking) {
    return new Cases(programme(EntityKind.PROVIDER, instruments(null, null, null, ranking)));
  }

  private static void scores(Cases cases, String prefix, int copies, String score) {
    for (int i = 1; i <= copies; i++) {
      String id = String.format(Locale.ROOT, "%s-%05d", prefix, i);
      cases.score(id, score).metrics(id, "sales", "100", "severe", "0");
    }
  }

  private static Map<String, EntityDecision> byId(Cases cases) {
    Map<String, EntityDecision> byId = new LinkedHashMap<>();
    cases.judge("2020-10").decisions().forEach(each -> byId.put(each.id().id(), each));
    return byId;
  }

  /** Least and greatest place with that badge, and how many there are: {@code 11-60 (50)}. */
  private static String places(Map<String, EntityDecision> decisions, String badge) {
    List<Integer> places =
        decisions.values().stream()
            .filter(each -> each.badge().equals(badge))
            .map(EntityDecision::place)
            .sorted()
            .toList();
    return places.isEmpty()
        ? "none"
        : places.getFirst() + "-" + places.getLast() + " (" + places.size() + ")";
  }

  @ParameterizedTest
  @CsvSource({
    "STRICT, 1-10 (10), 11-60 (50)",
    "INCLUSIVE, 1-10 (12), 13-62 (50)",
    "EXCLUSIVE, 1-9 (9), 10-59 (50)",
  })
  void cutsATieAtTheTenthPlace(Ties ties, String gold, String silver) {
    Cases cases =
        cases(
            ranking(
                scoreMetric(),
                null,
                ties,
                quota("gold", false, "10"),
                quota("silver", true, "50")));
    scores(cases, "g", 9, "91");
    scores(cases, "t", 3, "90");
    for (int i = 0; i < 60; i++) {
      scores(cases, "r" + (100 + i), 1, Integer.toString(89 - i));
    }
    Map<String, EntityDecision> decisions = byId(cases);
    assertThat(places(decisions, "gold"))
        .isEqualTo(gold.equals("1-9 (9)") ? "1-1 (9)" : gold(ties));
    assertThat(places(decisions, "silver")).isEqualTo(silver);
  }

  /** With shared ranks nine at 91 are all first. */
  private static String gold(Ties ties) {
    return ties == Ties.STRICT ? "1-10 (10)" : "1-10 (12)";
  }

  @Test
  void tiedEntitiesShareTheRankAfterThoseStrictlyBetter() {
    Cases cases = cases(ranking(scoreMetric(), null, Ties.INCLUSIVE, quota("gold", false, "2")));
    scores(cases, "a", 1, "95");
    scores(cases, "b", 2, "90");
    scores(cases, "c", 1, "80");
    assertThat(byId(cases).values())
        .extracting(each -> each.id().id() + " " + each.place() + " " + each.badge())
        .containsExactly("a-00001 1 gold", "b-00001 2 gold", "b-00002 2 gold", "c-00001 4 ");
  }

  @Test
  void breaksATieByTheNextKeyThenById() {
    Cases cases = cases(ranking(scoreMetric(), null, Ties.STRICT, quota("gold", false, "2")));
    scores(cases, "b", 2, "90");
    scores(cases, "a", 1, "90");
    cases.metrics("b-00002", "sales", "200");
    Map<String, EntityDecision> decisions = byId(cases);
    assertThat(decisions.get("b-00002").place()).isEqualTo(1);
    assertThat(decisions.get("a-00001").place()).isEqualTo(2);
    assertThat(decisions.get("b-00001").badge()).isEmpty();
  }

  @Test
  void passesOverWhoFailsTheRequirementOfAQuota() {
    Condition clean = metric("ranking.quotas[0].require", "severe", Operator.AT_MOST, "0");
    Cases cases =
        cases(
            ranking(
                scoreMetric(),
                null,
                Ties.STRICT,
                quota("gold", false, "2", clean, false, false, null),
                quota("silver", true, "1")));
    scores(cases, "a", 1, "95");
    scores(cases, "b", 1, "94");
    scores(cases, "c", 1, "93");
    scores(cases, "d", 1, "92");
    cases.metrics("b-00001", "severe", "1");
    assertThat(byId(cases).values())
        .extracting(each -> each.place() + each.badge())
        .containsExactly("1gold", "2", "3gold", "4silver");
  }

  @Test
  void leavesPlacesEmptyWhereTooFewQualify() {
    Cases cases =
        cases(
            ranking(
                scoreMetric(),
                null,
                Ties.STRICT,
                quota("gold", false, "10"),
                quota("silver", true, "50")));
    scores(cases, "a", 4, "95");
    assertThat(places(byId(cases), "gold")).isEqualTo("1-4 (4)");
    assertThat(places(byId(cases), "silver")).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({
    "30, false, , none",
    "34, false, , 1-1 (1)",
    "34, true, , 1-2 (2)",
    "30, true, , 1-1 (1)",
    "30, false, 1, 1-1 (1)",
    "3, false, 2, 1-2 (2)",
  })
  void takesAShareOfTheEligible(int eligible, boolean up, @Nullable String atLeast, String gold) {
    Condition clean = metric("eligible", "severe", Operator.AT_MOST, "0");
    Cases cases =
        cases(
            ranking(
                scoreMetric(),
                clean,
                Ties.STRICT,
                quota("gold", false, "3%", null, false, up, atLeast)));
    scores(cases, "a", eligible, "95");
    scores(cases, "z", 40, "99");
    for (int i = 1; i <= 40; i++) {
      cases.metrics(String.format(Locale.ROOT, "z-%05d", i), "severe", "1");
    }
    assertThat(places(byId(cases), "gold")).isEqualTo(gold);
  }

  @Test
  void aMissingValueIsNotRanked() {
    Cases cases = cases(ranking(SALES, null, Ties.STRICT, quota("gold", false, "10")));
    cases.metrics("A", "sales", "missing").metrics("B", "sales", "1");
    Map<String, EntityDecision> decisions = byId(cases);
    assertThat(decisions.get("A").place()).isNull();
    assertThat(decisions.get("A").badge()).isEmpty();
    assertThat(decisions.get("B").place()).isEqualTo(1);
  }

  @Test
  void whoHeldABadgeAndIsNotRankedWearsItNoMore() {
    Cases cases = cases(ranking(SALES, null, Ties.STRICT, quota("gold", false, "10")));
    cases.metrics("A", "sales", "missing").before("A", wearing("gold"));
    cases.metrics("B", "sales", "1").before("B", wearing("gold"));
    Map<String, EntityDecision> decisions = byId(cases);
    assertThat(decisions.get("A").badge()).isEmpty();
    assertThat(decisions.get("A").after().badge()).isEmpty();
    assertThat(decisions.get("B").badge()).isEqualTo("gold");
  }

  private static Standing wearing(String badge) {
    Standing none = Standing.in("");
    return new Standing(
        none.place(),
        none.tier(),
        none.shown(),
        badge,
        none.misses(),
        none.rises(),
        none.rising(),
        none.exitedOn(),
        none.protection(),
        none.evaluatedOn(),
        none.held(),
        none.remembered(),
        none.beneath());
  }

  @Test
  void ranksWithinPartitions() {
    Ranking ranking =
        new Ranking(
            new Ranking.Key(SALES, true),
            List.of(),
            null,
            "region",
            List.of(quota("champion", false, "1")),
            Ties.STRICT,
            at("ranking"));
    Cases cases =
        cases(ranking)
            .entity("A", "region", "义乌")
            .entity("B", "region", "临沂")
            .entity("C", "region", "义乌");
    cases.metrics("A", "sales", "2").metrics("B", "sales", "3").metrics("C", "sales", "1");
    assertThat(byId(cases).values())
        .extracting(each -> each.partition() + each.place() + each.badge())
        .containsExactly("义乌2", "临沂1champion", "义乌1champion");
  }

  /** programmes/tests/supply-chain-badges. */
  private static Cases badges() {
    Condition silver = tier("ranking.eligible[0]", "partners", true, "silver");
    Condition clean = metric("ranking.eligible[1]", "severe", Operator.AT_MOST, "0");
    return cases(
        ranking(
            metric("standing"),
            Policies.all(silver, clean),
            Ties.STRICT,
            quota("gold", false, "10"),
            quota("silver", true, "50")));
  }

  private static void partners(
      Cases cases, String prefix, int copies, String standing, String tier) {
    for (int i = 1; i <= copies; i++) {
      String id = copies == 1 ? prefix : String.format(Locale.ROOT, "%s-%05d", prefix, i);
      cases
          .other(
              id,
              new Recorded(LocalDate.of(2020, 9, 30), tier, "", null, null, Map.of(), Map.of()),
              "listed",
              "bronze",
              "silver",
              "gold")
          .metrics(id, "standing", standing, "sales", "100", "severe", "0");
    }
  }

  @Test
  void givesTenGoldAndFiftySilver() {
    Cases cases = badges();
    partners(cases, "g", 10, "95", "silver");
    partners(cases, "s", 50, "80", "silver");
    partners(cases, "r", 5, "79.99", "silver");
    Map<String, EntityDecision> decisions = byId(cases);
    assertThat(decisions.get("g-00010").badge()).isEqualTo("gold");
    assertThat(decisions.get("s-00001").badge()).isEqualTo("silver");
    assertThat(decisions.get("s-00001").place()).isEqualTo(11);
    assertThat(decisions.get("s-00050").badge()).isEqualTo("silver");
    assertThat(decisions.get("r-00001").badge()).isEmpty();
  }

  @Test
  void passesOverABronzePartner() {
    Cases cases = badges();
    partners(cases, "a", 1, "99", "bronze");
    partners(cases, "b", 1, "90", "silver");
    Map<String, EntityDecision> decisions = byId(cases);
    assertThat(decisions.get("a").badge()).isEmpty();
    assertThat(decisions.get("a").place()).isNull();
    assertThat(decisions.get("b").badge()).isEqualTo("gold");
    assertThat(decisions.get("b").place()).isEqualTo(1);
  }

  @Test
  void aTieGoesToTheLargerSales() {
    Cases cases = badges();
    partners(cases, "g", 9, "95", "silver");
    partners(cases, "a", 1, "90", "silver");
    partners(cases, "b", 1, "90", "silver");
    cases.metrics("b", "sales", "200");
    Map<String, EntityDecision> decisions = byId(cases);
    assertThat(decisions.get("a").badge()).isEqualTo("silver");
    assertThat(decisions.get("b").badge()).isEqualTo("gold");
  }

  @Test
  void givesTheSameWhateverTheOrderOfTheInput() {
    Cases forward = badges();
    Cases backward = badges();
    for (int i = 0; i < 70; i++) {
      partners(forward, "p" + i, 1, Integer.toString(i % 7), "silver");
      partners(backward, "p" + (69 - i), 1, Integer.toString((69 - i) % 7), "silver");
    }
    Predicate<EntityDecision> badged = each -> !each.badge().isEmpty();
    assertThat(byId(forward).values().stream().filter(badged).map(each -> each.id() + each.badge()))
        .containsExactlyInAnyOrderElementsOf(
            byId(backward).values().stream()
                .filter(badged)
                .map(each -> each.id() + each.badge())
                .toList());
  }
}
