package dev.partnerops.paying;

import dev.partnerops.deciding.Subject;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.programme.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Marginal bands: {@code up_to} is still inside, beyond the last nothing (SPEC section 4). F of a
 * base below nought is nought (RULES 43).
 */
public record Bands(List<Band> bands) {

  /** Up to that base; an absent end is open. */
  public record Band(@Nullable Fraction upTo, Fraction rate) {}

  public Bands {
    bands = List.copyOf(bands);
  }

  /** One rate for everything. */
  static Bands flat(Fraction rate) {
    return new Bands(List.of(new Band(null, rate)));
  }

  /** The bands as they are for this entity; one whose rate is {@code none} charges nothing. */
  static Bands of(List<Grant.Band> bands, Subject subject) {
    List<Band> resolved = new ArrayList<>(bands.size());
    for (Grant.Band band : bands) {
      Optional<Fraction> upTo = subject.number(band.upTo());
      resolved.add(new Band(upTo.orElse(null), subject.number(band.rate()).orElse(Fraction.ZERO)));
    }
    return new Bands(resolved);
  }

  /** F(base), exact, in yuan. */
  public Fraction of(Fraction base) {
    Fraction sum = Fraction.ZERO;
    Fraction reached = Fraction.ZERO;
    for (Band band : bands) {
      Fraction upTo = band.upTo();
      Fraction end = upTo == null ? base : base.min(upTo);
      if (end.compareTo(reached) > 0) {
        sum = sum.plus(end.minus(reached).times(band.rate()));
        reached = end;
      }
    }
    return sum;
  }

  /** F(base) rounded half-up to the fen. */
  public Money of(Money base) {
    return base.signum() <= 0 ? Money.ZERO : Money.rounded(of(base.yuan()));
  }
}
