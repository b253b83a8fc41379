package dev.partnerops.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyValuesTest {

  private static final MetricNames NAMES = new Catalogue();
  private static final Programme POLICY =
      ProgrammeReader.read(
          "stars.yaml",
          """
          programme: stars
          title: {en: Stars, zh: 明星}
          effective: {from: 2020-01-01}
          entity: merchant
          evaluate: {every: month}
          params: {floor: 60}
          scorecard: {kpis: [{metric: gmv, weight: 100, curve: [[0, 0], [100, 100]]}]}
          ladder: {tiers: [{tier: listed}, {tier: star, enter: $floor}]}
          grants: [{benefit: bonus, kind: cash, once_per: [entity], amount: {rate: 2%, of: {metric: gmv}}}]
          """,
          NAMES);

  @ParameterizedTest
  @CsvSource({
    "params.floor, 65, 65",
    // the use alone
    "ladder.tiers[1].enter, 70, 70",
    "ladder.tiers[1].enter, 62.5, 125/2",
  })
  void replacesAParameterOrAUse(String path, String value, String enter) {
    var changed = PolicyValues.with(POLICY, Map.of(path, value), NAMES);
    var tier = changed.instruments().ladder().tiers().getLast();
    assertThat(tier.enter()).isInstanceOf(Setting.Literal.class);
    var parts = enter.split("/");
    assertThat(((Setting.Literal) tier.enter()).value())
        .isEqualTo(
            new Value.Numeric(
                Fraction.of(
                    Long.parseLong(parts[0]), parts.length == 1 ? 1 : Long.parseLong(parts[1]))));
    assertThat(changed.digest()).isEqualTo(POLICY.digest());
  }

  @Test
  void replacesSharesAndSeveralAtOnce() {
    var changed =
        PolicyValues.with(
            POLICY, Map.of("grants[0].amount.rate", "3%", "params.floor", "1"), NAMES);
    var amount = (Grant.Amount.Share) changed.instruments().grants().getFirst().amount();
    assertThat(((Setting.Literal) amount.rate()).value())
        .isEqualTo(new Value.Numeric(Fraction.of(3, 100)));
  }

  @ParameterizedTest
  @CsvSource({
    "params.flor, programme.value.near",
    "ladder.tiers[1], programme.value.part",
    "zzzz, programme.value.unknown",
  })
  void refusesAPathThatHoldsNoValue(String path, String key) {
    assertThatThrownBy(() -> PolicyValues.with(POLICY, Map.of(path, "1"), NAMES))
        .isInstanceOfSatisfying(
            ToolException.Usage.class, refused -> assertThat(refused.text().key()).isEqualTo(key));
  }

  @Test
  void refusesAValueThatMakesThePolicyFaulty() {
    assertThatThrownBy(
            () -> PolicyValues.with(POLICY, Map.of("scorecard.kpis[0].weight", "90"), NAMES))
        .isInstanceOf(ToolException.Policy.class);
  }
}
