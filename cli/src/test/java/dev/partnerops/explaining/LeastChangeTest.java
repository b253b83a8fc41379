package dev.partnerops.explaining;

import static dev.partnerops.deciding.Policies.card;
import static dev.partnerops.deciding.Policies.field;
import static dev.partnerops.deciding.Policies.held;
import static dev.partnerops.deciding.Policies.instruments;
import static dev.partnerops.deciding.Policies.kpi;
import static dev.partnerops.deciding.Policies.ladder;
import static dev.partnerops.deciding.Policies.metric;
import static dev.partnerops.deciding.Policies.missed;
import static dev.partnerops.deciding.Policies.of;
import static dev.partnerops.deciding.Policies.programme;
import static dev.partnerops.deciding.Policies.table;
import static dev.partnerops.deciding.Policies.tier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.deciding.Cases;
import dev.partnerops.deciding.Policies;
import dev.partnerops.deciding.Rejudging;
import dev.partnerops.deciding.Standing;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Condition.Operator;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Ranking;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every change that is offered is enough, and a step less is not. */
final class LeastChangeTest {

  private static final EntityId ID = new EntityId("P");

  private static Rejudging again(Cases cases) {
    return Rejudging.of(cases.judge("2020-10"), ID, Map.of()).orElseThrow();
  }

  /** Sales are money, shares are rates, all else counts. */
  private static List<Lever> levers(Rejudging again, Programme programme) {
    return Levers.of(
        again,
        programme,
        use ->
            switch (use.label()) {
              case "sales" -> Unit.MONEY;
              case "share" -> Unit.RATE;
              default -> Unit.COUNT;
            },
        reference -> 0);
  }

  private static List<Way> ways(Programme programme, Cases cases) {
    Rejudging again = again(cases);
    List<Lever> levers = levers(again, programme);
    List<Way> ways = LeastChange.of(again, levers);
    LeastChange search = new LeastChange(again, levers);
    for (Way way : ways) {
      way.single().forEach(change -> verify(again, way.goal(), List.of(change)));
      if (!way.together().isEmpty()) {
        verify(again, way.goal(), way.together());
      }
      assertThat(search.way(way.goal())).isEqualTo(way);
    }
    return ways;
  }

  /** All of it is enough; each a step less is not. */
  private static void verify(Rejudging again, Goal goal, List<Change> changes) {
    assertThat(reached(again, goal, changes)).as(said(changes)).isTrue();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      Grid grid = change.lever().grid();
      if (grid != null) {
        BigInteger place = grid.floor(change.to().findNumber().orElseThrow());
        BigInteger back =
            change.isMore() ? place.subtract(BigInteger.ONE) : place.add(BigInteger.ONE);
        List<Change> less = new ArrayList<>(changes);
        less.set(i, new Change(change.lever(), grid.value(back)));
        assertThat(reached(again, goal, less)).as("less: " + said(less)).isFalse();
      }
    }
  }

  private static boolean reached(Rejudging again, Goal goal, List<Change> changes) {
    return goal.reached().test(again.judge(Change.instead(changes), goal.placed()));
  }

  /** {@code kept silver: sales 100; orders 3 + sales 20}. */
  private static String said(Way way) {
    List<String> all = new ArrayList<>();
    way.single().forEach(change -> all.add(said(List.of(change))));
    if (!way.together().isEmpty()) {
      all.add(said(way.together()));
    }
    return (way.goal().kind().word() + " " + way.goal().name()).strip()
        + ": "
        + String.join("; ", all);
  }

  private static String said(List<Change> changes) {
    return String.join(
        " + ",
        changes.stream()
            .map(change ->
                change.lever().use().label()
                    + " "
                    + (change.to() instanceof Value.Rate rate
                        ? rate.numerator() + "/" + rate.denominator()
                        : change.to().findNumber().map(Fraction::toString).orElse("-")))
            .toList());
  }

  private static Programme scored() {
    return programme(
        EntityKind.PROVIDER,
        instruments(
            null,
            card(
                List.of(
                    kpi("orders", "60", "0", "0", "10", "100").build(),
                    kpi("sales", "40", "0", "0", "1000", "100").build()),
                List.of()),
            ladder("listed", "bronze 40 30", "silver 75 70").build(),
            null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // 6 a point of orders, 0.04 a yuan of sales
        "4 | 500  | silver | kept silver: orders 9; reached nothing",
        "8 | 0    | silver | kept silver: sales 550",
        "0 | 0    | silver | kept silver: orders 5 + sales 1000",
        "4 | 0    | bronze | kept bronze: orders 5; sales 150; reached silver: orders 10 + sales 375",
        "6 | 400  | bronze | reached silver: orders 10; sales 975",
      })
  void findsWhatKeepsOrReachesATier(String orders, String sales, String from, String expected) {
    Cases cases =
        new Cases(scored())
            .metrics("P", "orders", orders, "sales", sales)
            .before("P", Standing.in(from));
    String said =
        String.join("; ", ways(scored(), cases).stream().map(LeastChangeTest::said).toList());
    assertThat(said).isEqualTo(expected.replace("; reached nothing", ""));
  }

  @ParameterizedTest
  @CsvSource({
    // at most 5% of 200; money by the fen; more than; between, from both sides
    "share, AT_MOST, 5%, 14/200, share 10/200",
    "share, LESS_THAN, 5%, 14/200, share 9/200",
    "sales, AT_LEAST, 2000.01, 12.5, sales 2000.01",
    "orders, MORE_THAN, 10, 3, orders 11",
    "orders, AT_MOST, 2, 9, orders 2",
  })
  void movesANumberToItsThreshold(
      String name, Operator operator, String threshold, String value, String change) {
    Programme programme = paying(metric("grants[0].eligible", name, operator, threshold));
    Cases cases = new Cases(programme).metrics("P", name, value);
    assertThat(ways(programme, cases))
        .extracting(LeastChangeTest::said)
        .containsExactly("eligible bonus: " + change);
  }

  @Test
  void readsTheRowOfTheTierThatIsAskedFor() {
    Condition require =
        metric("require", "sales", Operator.AT_LEAST, table("tier", "star", "100", "top", "500"));
    Programme programme =
        programme(
            EntityKind.PROVIDER,
            instruments(
                null, null, ladder(tier("star", require), tier("top", require)).build(), null));
    Cases cases =
        new Cases(programme).metrics("P", "sales", "120").before("P", Standing.in("star"));
    assertThat(ways(programme, cases))
        .extracting(LeastChangeTest::said)
        .containsExactly("reached top: sales 500");
  }

  @Test
  void leavesOutOfSeveralWhatIsNotNeeded() {
    Programme programme =
        paying(
            Policies.all(
                metric("a", "orders", Operator.AT_LEAST, "5"),
                Policies.any(
                    metric("b", "sales", Operator.AT_LEAST, "1000"),
                    metric("c", "days", Operator.AT_LEAST, "3"))));
    Cases cases = new Cases(programme).metrics("P", "orders", "2", "sales", "10", "days", "2");
    Way way = ways(programme, cases).getFirst();
    assertThat(said(way)).isEqualTo("eligible bonus: orders 5 + days 3");
    assertThat(way.gap())
        .isInstanceOfSatisfying(
            Gap.OfClause.class,
            gap -> assertThat(gap.change().lever().use().label()).isEqualTo("days"));
  }

  @Test
  void saysWhatNoNumberMends() {
    Programme programme =
        paying(
            Policies.all(
                metric("a", "orders", Operator.AT_LEAST, "5"),
                field("b", "status", Operator.IS, "active")));
    Cases cases = new Cases(programme).entity("P", "status", "closed").metrics("P", "orders", "2");
    Way way = ways(programme, cases).getFirst();
    assertThat(way.isReachable()).isFalse();
    assertThat(way.blockers())
        .extracting(blocker -> blocker.condition().clause().path())
        .containsExactly("b");
  }

  @Test
  void keepsFromAnExitByWhatIsTooMuch() {
    Programme programme =
        programme(
            EntityKind.PROVIDER,
            instruments(
                null,
                null,
                ladder(
                        tier("listed", null),
                        tier("star", metric("r", "orders", Operator.AT_LEAST, "5")))
                    .exit(metric("exit", "violations", Operator.AT_LEAST, "2"))
                    .build(),
                null));
    Cases cases =
        new Cases(programme)
            .metrics("P", "orders", "9", "violations", "4")
            .before("P", Standing.in("star"));
    assertThat(ways(programme, cases))
        .extracting(LeastChangeTest::said)
        .containsExactly("kept star: violations 1");
  }

  @Test
  void passesTheLastThatHoldsABadge() {
    Ranking ranking =
        new Ranking(
            new Ranking.Key(Policies.metric("sales"), false),
            List.of(),
            metric("ranking.eligible", "orders", Operator.AT_LEAST, "3"),
            null,
            List.of(
                new Ranking.Quota(
                    "gold",
                    false,
                    of("1"),
                    false,
                    false,
                    false,
                    null,
                    null,
                    null,
                    Policies.at("ranking.quotas[0]"))),
            Ranking.Ties.STRICT,
            Policies.at("ranking"));
    Programme programme = programme(EntityKind.PROVIDER, instruments(null, null, null, ranking));
    Cases cases =
        new Cases(programme)
            .metrics("A", "sales", "100", "orders", "9")
            .metrics("P", "sales", "99.50", "orders", "9")
            .metrics("Q", "sales", "10", "orders", "9");
    Cases few =
        new Cases(programme)
            .metrics("A", "sales", "100", "orders", "9")
            .metrics("P", "sales", "20", "orders", "1");
    assertThat(said(ways(programme, few).getFirst()))
        .isEqualTo("badge gold: sales 100.01 + orders 3");
    Way way = ways(programme, cases).getFirst();
    // At 100.00 the ids decide, and A comes before P.
    assertThat(said(way)).isEqualTo("badge gold: sales 100.01");
    assertThat(way.gap())
        .isInstanceOfSatisfying(
            Gap.OfPlace.class,
            gap -> {
              assertThat(gap.place()).isEqualTo(1);
              assertThat(gap.holder().findNumber()).contains(Fraction.of(100));
            });
  }

  @Test
  void asksForMoreThanOneEvaluationNeedsOnlyThisOne() {
    Programme programme =
        programme(
            EntityKind.PROVIDER,
            instruments(
                null,
                null,
                ladder(
                        tier("listed", null),
                        tier("star", metric("r", "orders", Operator.AT_LEAST, "5")))
                    .up("2", false)
                    .exit(held("exit", 3, missed("missed")))
                    .build(),
                null));
    Cases cases =
        new Cases(programme).metrics("P", "orders", "1").before("P", Standing.in("listed"));
    assertThat(ways(programme, cases))
        .extracting(LeastChangeTest::said)
        .containsExactly("reached star: orders 5");
  }

  private static Programme paying(Condition eligible) {
    return programme(
        EntityKind.PROVIDER,
        Policies.paying(
            null,
            new Grant(
                "bonus",
                Grant.Kind.SERVICE,
                eligible,
                null,
                List.of("entity", "period"),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                Policies.at("grants[0]"))));
  }
}
