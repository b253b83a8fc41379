package dev.partnerops.paying;

import dev.partnerops.deciding.Subject;
import dev.partnerops.model.Value;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Who came first: by the day in a field, an empty day last, then by id (RULES 13). */
final class Arrival {

  private Arrival() {}

  /** By that field; absent: by the day the kind of entity arrives on. */
  static Comparator<Claim> by(@Nullable String field) {
    return Comparator.comparing(
            (Claim claim) -> field == null ? claim.arrived() : day(claim.subject(), field),
            Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
        .thenComparing(Claim::id)
        .thenComparing(Claim::period);
  }

  static Comparator<Claim> byRank() {
    return Comparator.comparing(
            (Claim claim) -> claim.subject().place(),
            Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
        .thenComparing(by(null));
  }

  /** The day in that field; absent: in the field its kind of entity arrives by. */
  static @Nullable LocalDate day(Subject subject, @Nullable String field) {
    String name = field == null ? subject.programme().fields().arrival() : field;
    Value value = subject.candidate().field(name);
    return value.findDay().orElse(null);
  }
}
