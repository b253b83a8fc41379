package dev.partnerops.paying;

import static dev.partnerops.paying.Reckonings.book;
import static dev.partnerops.paying.Reckonings.fee;
import static dev.partnerops.paying.Reckonings.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.deciding.Cases;
import dev.partnerops.deciding.Policies;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.programme.Condition.Operator;
import dev.partnerops.programme.Fee;
import dev.partnerops.programme.Setting;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fees by marginal bands: SPEC section 4; RULES 3, 43, 44; PROGRAMMES 1 to 7. */
class FeesTest {

  private static final Setting REDUCED =
      Policies.table("category", "女装", "1%", "食品", "2%", "珠宝", "3%", "else", "2%");

  private static Cases cases(Fee fee) {
    return new Cases(Policies.programme(EntityKind.MERCHANT, Policies.paying(fee)))
        .entity("M", "category", "女装", "status", "active");
  }

  private static Fee fanxing() {
    return fee(
        null, "5%", Policies.band("100000", REDUCED), Policies.band(null, Policies.of("5%")));
  }

  private static FeeStatement statement(String before, String after) {
    Ledger ledger = new Ledger();
    ledger.base("M", before);
    return Reckonings.pay(cases(fanxing()).metrics("M", "base", after), "2020-10", ledger)
        .fees()
        .getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 99400, 994.00",
    "99400, 100400, 26.00",
    "100400, 101400, 50.00",
    "101400, 100400, -50.00",
    "100400, 99400, -26.00",
    "0, 100000, 1000.00",
    "100000, 100000.01, 0.00",
    "0, 100000.20, 1000.01",
    "0, 500, 5.00",
    "0, 0.49, 0.00",
    "0, 0.50, 0.01",
    "0, 10.50, 0.11",
    "0, 1.50, 0.02",
    "100, -50, -1.00",
    "-50, 100, 1.00",
    "99400, 100200, 16.00",
    "100200, 101200, 50.00",
    "100400, 101200, 40.00",
  })
  void chargesTheDifferenceOfTheBands(String before, String after, String expected) {
    assertThat(statement(before, after).amount()).isEqualTo(money(expected));
  }

  @Test
  void readsTheRateOfTheCategory() {
    Ledger ledger = new Ledger();
    Cases cases = cases(fanxing()).entity("M", "category", "食品").metrics("M", "base", "100");
    assertThat(Reckonings.pay(cases, "2020-10", ledger).fees().getFirst().amount())
        .isEqualTo(money("2"));
  }

  @Test
  void savesWhatTheStandardRateWouldHaveCost() {
    FeeStatement statement = statement("99400", "100400");
    assertThat(statement.standardAmount()).isEqualTo(money("50"));
    assertThat(statement.saved()).isEqualTo(money("24"));
  }

  @Test
  void chargesTheStandardRateToTheOthers() {
    Fee fee =
        fee(
            Policies.field("fee.eligible", "status", Operator.IS, "active"),
            "5%",
            Policies.band(null, Policies.of("1%")));
    FeeStatement statement =
        Reckonings.pay(
                cases(fee).entity("M", "status", "closed").metrics("M", "base", "100"),
                "2020-10",
                Booked.NOTHING)
            .fees()
            .getFirst();
    assertThat(statement.amount()).isEqualTo(money("5"));
    assertThat(statement.saved()).isEqualTo(Money.ZERO);
    assertThat(statement.reduced()).isFalse();
    assertThat(statement.reasons()).isEqualTo("fee.eligible closed = active");
  }

  @Test
  void chargesNothingBeyondTheLastBand() {
    Bands bands = new Bands(List.of(new Bands.Band(Fraction.of(50000), Fraction.of(1, 10))));
    assertThat(bands.of(Fraction.of(60000))).isEqualTo(Fraction.of(5000));
  }

  @ParameterizedTest
  @CsvSource({
    "49999, 4999.90",
    "50000, 5000.00",
    "60000, 5500.00",
    "1000000, 52500.00",
    "1200000, 52500.00",
  })
  void reckonsAmazonsBands(String sales, String bonus) {
    Bands bands =
        new Bands(
            List.of(
                new Bands.Band(Fraction.of(50000), Fraction.of(10, 100)),
                new Bands.Band(Fraction.of(1000000), Fraction.of(5, 100))));
    assertThat(bands.of(money(sales))).isEqualTo(money(bonus));
  }

  @Test
  void hasNoStatementWithoutABase() {
    Cases cases = cases(fanxing()).metrics("M", "base", "missing");
    assertThat(Reckonings.pay(cases, "2020-10", Booked.NOTHING).fees()).isEmpty();
  }

  @Test
  void aStatementWithoutChangeSaysSo() {
    assertThat(statement("100", "100").changes()).isFalse();
    assertThat(statement("100", "100.01").changes()).isTrue();
  }

  @Test
  void statementsAddUpWhateverTheSteps() {
    Random random = new Random(116);
    Bands bands =
        new Bands(
            List.of(
                new Bands.Band(Fraction.of(100000), Fraction.of(1, 100)),
                new Bands.Band(null, Fraction.of(5, 100))));
    for (int round = 0; round < 100; round++) {
      Ledger ledger = new Ledger();
      Cases cases = cases(fanxing());
      Money sum = Money.ZERO;
      Money base = Money.ZERO;
      for (int i = 0; i < 20; i++) {
        base = new Money(base.fen() + random.nextLong(-1_000_000, 2_000_000));
        cases.metrics("M", "base", base.toString());
        sum = sum.plus(book(cases, "2020-10", ledger).fees().getFirst().amount());
      }
      assertThat(sum).isEqualTo(bands.of(base));
    }
  }
}
