package dev.partnerops.paying;

import dev.partnerops.deciding.Subject;
import dev.partnerops.programme.Grant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entity that may be paid, with whom it counts as in limits and entries: made once, shared by
 * its grants.
 */
final class Payee {

  private final Subject subject;
  private final @Nullable LocalDate arrived;
  private int turn;
  private @Nullable String entity;
  private @Nullable String licence;
  private @Nullable Map<String, String> holders;
  private @Nullable String heldBy;

  Payee(Subject subject) {
    this.subject = subject;
    this.arrived = Arrival.day(subject, null);
  }

  /** Gives each its turn by arrival: once, not again for each grant (RULES 13). */
  static List<Payee> all(List<Subject> subjects) {
    List<Payee> payees = subjects.stream().map(Payee::new).toList();
    List<Payee> byArrival =
        payees.stream()
            .sorted(
                Comparator.comparing(
                        Payee::arrived, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                    .thenComparing(payee -> payee.subject().candidate().id()))
            .toList();
    for (int i = 0; i < byArrival.size(); i++) {
      byArrival.get(i).turn = i;
    }
    return payees;
  }

  Subject subject() {
    return subject;
  }

  /** The day its kind of entity arrives on; absent where that is empty. */
  @Nullable LocalDate arrived() {
    return arrived;
  }

  /** Its place among those it was made with, by arrival. */
  int turn() {
    return turn;
  }

  /** As {@link Holders#holder}. */
  String holder(String per, Grant grant) {
    return switch (per) {
      case "entity" -> entity(grant);
      case "licence" -> licence(grant);
      case "beneficiary" ->
          grant.payTo() == null ? entity(grant) : Holders.holder(per, grant, subject);
      default -> Holders.holder(per, grant, subject);
    };
  }

  private String entity(Grant grant) {
    String known = entity;
    if (known == null) {
      known = Holders.holder("entity", grant, subject);
      entity = known;
    }
    return known;
  }

  private String licence(Grant grant) {
    String known = licence;
    if (known == null) {
      known = Holders.holder("licence", grant, subject);
      licence = known;
    }
    return known;
  }

  /**
   * What an entry of that grant counts for, by {@code per}.
   *
   * @param fields that limits name, the same at each call
   */
  Map<String, String> holders(Grant grant, Set<String> fields) {
    Map<String, String> known = holders;
    if (known == null || !Objects.equals(heldBy, grant.payTo())) {
      Map<String, String> fresh = new HashMap<>();
      fields.forEach(field -> fresh.put(field, holder(field, grant)));
      fresh.put("entity", entity(grant));
      fresh.put("beneficiary", holder("beneficiary", grant));
      fresh.put("licence", licence(grant));
      known = Map.copyOf(fresh);
      holders = known;
      heldBy = grant.payTo();
    }
    return known;
  }
}
