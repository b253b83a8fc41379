package dev.partnerops.paying;

import dev.partnerops.deciding.Finding;
import dev.partnerops.deciding.Reasons;
import dev.partnerops.deciding.Steps;
import dev.partnerops.deciding.Subject;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Fee;
import java.util.Optional;

/**
 * Fee statements: F(cumulative after) − F(cumulative before), with today's bands at both ends
 * (RULES 3, 43, 44). Without a base, or without a rate for those who are not eligible, there is
 * none.
 */
final class Fees {

  private Fees() {}

  static Optional<FeeStatement> statement(Fee fee, Subject subject, Booked booked) {
    Value value = subject.value(fee.base());
    if (subject.isTraced()) {
      subject.noteParts(fee.base());
      subject.note(Steps.of(fee.base(), fee.clause(), subject, value, null, null));
    }
    Optional<Fraction> base = value.findNumber();
    if (base.isEmpty()) {
      return Optional.empty();
    }
    Condition eligible = fee.eligible();
    Finding finding = eligible == null ? null : subject.note(subject.judge(eligible));
    boolean reduced = finding == null || finding.holds();
    Optional<Bands> standard = subject.number(fee.standard()).map(Bands::flat);
    if (!reduced && standard.isEmpty()) {
      return Optional.empty();
    }
    Bands own = Bands.of(fee.bands(), subject);
    Bands usual = standard.orElse(own);
    Money before = booked.feeBase(subject.programme().id(), subject.candidate().id());
    Money after = Money.rounded(base.get());
    Money amount = difference(reduced ? own : usual, before, after);
    Money standardAmount = difference(usual, before, after);
    return Optional.of(
        new FeeStatement(
            subject.candidate().id(),
            subject.candidate().name(),
            before,
            after,
            amount,
            standardAmount,
            standardAmount.minus(amount),
            reduced,
            finding == null ? "" : Reasons.of(finding)));
  }

  private static Money difference(Bands bands, Money before, Money after) {
    return before.equals(after) ? Money.ZERO : bands.of(after).minus(bands.of(before));
  }
}
