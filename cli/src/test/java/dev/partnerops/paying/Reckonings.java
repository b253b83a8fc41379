package dev.partnerops.paying;

import dev.partnerops.deciding.Cases;
import dev.partnerops.deciding.Policies;
import dev.partnerops.model.Money;
import dev.partnerops.model.Period;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Fee;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Grant.Limit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Grants, fees and their results, written short. */
final class Reckonings {

  private Reckonings() {}

  static Money money(String yuan) {
    return Money.rounded(Policies.number(yuan));
  }

  static Grant grant(String benefit, Grant.@Nullable Amount amount, Limit... limits) {
    return grant(benefit, null, List.of("entity", "period"), amount, limits);
  }

  static Grant grant(
      String benefit,
      @Nullable Condition eligible,
      List<String> oncePer,
      Grant.@Nullable Amount amount,
      Limit... limits) {
    return new Grant(
        benefit,
        amount == null ? Grant.Kind.SERVICE : Grant.Kind.CASH,
        eligible,
        null,
        oncePer,
        amount,
        List.of(limits),
        List.of(),
        null,
        null,
        null,
        Policies.at("grants." + benefit));
  }

  static Grant.Amount fixed(String yuan) {
    return new Grant.Amount.Fixed(Policies.of(yuan));
  }

  static Grant.Amount share(
      String rate, String metric, @Nullable String atLeast, @Nullable String atMost) {
    return new Grant.Amount.Share(
        Policies.of(rate),
        Policies.metric(metric),
        atLeast == null ? null : Policies.of(atLeast),
        atMost == null ? null : Policies.of(atMost));
  }

  static Fee fee(@Nullable Condition eligible, String standard, Grant.Band... bands) {
    return new Fee(
        Policies.metric("base"),
        List.of(bands),
        eligible,
        Policies.of(standard),
        Policies.at("fee"));
  }

  static Payments pay(Cases cases, String period, Booked booked) {
    return Paymaster.pay(new PayInput(List.of(cases.judge(period)), booked));
  }

  static Payments book(Cases cases, String period, Ledger ledger) {
    Payments payments = pay(cases, period, ledger);
    ledger.book(Period.parse(period).orElseThrow(), payments);
    return payments;
  }

  /** {@code M1 eligible 200.00}: one line a grant. */
  static List<String> lines(Payments payments) {
    return payments.grants().stream()
        .map(each -> each.id().id() + " " + each.status().word() + " " + each.amount())
        .toList();
  }
}
