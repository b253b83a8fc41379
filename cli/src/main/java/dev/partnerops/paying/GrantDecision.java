package dev.partnerops.paying;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.programme.Grant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one entity gets of one benefit in one run. An approved run shows {@code eligible} as {@code
 * granted}.
 *
 * @param period the label of the period it is for: the run's own, or an earlier one whose amount
 *     was reckoned again (RULES 3)
 * @param amount to be booked now: due less booked, after limits; nought but for {@code ELIGIBLE}
 *     and {@code CLAWED_BACK}
 * @param due the whole claim under the key before limits, to be kept with the entry (RULES 3)
 * @param key under which it is booked: programme, benefit and what {@code once_per} lists, never
 *     the edition
 * @param beneficiary who is paid, as {@code leader:L1}; empty where nobody is
 * @param holders what the entry counts for in limits, by {@code per}: entity, beneficiary, licence
 *     and the fields that limits of the policy name; empty where nothing is booked
 * @param adjusts the entry under the same key that it differs from; absent where it is the first
 * @param assignee of a service with {@code assign}; empty without
 * @param expiresOn the day what is booked now expires, which books nothing (RULES 21); absent where
 *     it does not expire or nothing is granted
 * @param isClawBack whether {@code claw_back} takes the whole grant back (RULES 21), and not a
 *     lower amount a part of it
 * @param reasons RULES 22
 */
public record GrantDecision(
    EntityId id,
    String name,
    String benefit,
    Grant.Kind kind,
    Status status,
    String period,
    Money amount,
    Money due,
    String key,
    String beneficiary,
    Map<String, String> holders,
    @Nullable Long adjusts,
    String assignee,
    @Nullable LocalDate expiresOn,
    boolean isClawBack,
    String reasons) {

  /** The status as printed: what was proposed as eligible is granted in an approved run. */
  public String word(boolean approved) {
    return approved && status == Status.ELIGIBLE ? "granted" : status.word();
  }

  /** Whether it holds its key: it was due, whatever limits or what is booked left of it. */
  public boolean isDue() {
    return switch (status) {
      case ELIGIBLE, EXHAUSTED -> true;
      case CLAWED_BACK -> !isClawBack;
      case INELIGIBLE, ALREADY_GRANTED -> false;
    };
  }

  /** RULES 3; {@code granted} is {@code ELIGIBLE} in an approved run. */
  public enum Status {
    INELIGIBLE,
    ELIGIBLE,
    ALREADY_GRANTED,
    EXHAUSTED,
    CLAWED_BACK;

    /** As printed: {@code already_granted}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
