package dev.partnerops.deciding;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Setting;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Protection of a tier (SPEC section 4, {@code protect}; RULES 10). It begins once between
 * admission and exit, at the evaluation that meets {@code when}, and that evaluation is the first
 * of its periods, that day the first of its days. With {@code clock: pauses} only what was held by
 * protection alone is used up: nothing while an override holds the tier (RULES 10).
 */
final class Protecting {

  /** The tier to show, and what is left of the protection. */
  record Shown(
      int tier, boolean holding, Standing.Protection protection, String said, Ladder ladder) {

    void explain(Reasons reasons) {
      Ladder.Protection protect = ladder.protection();
      if (protect != null) {
        reasons.add(protect.clause(), said);
      }
    }
  }

  private Protecting() {}

  /**
   * The tier shown over a calculated one.
   *
   * @param entered whether the entity came onto the ladder at this evaluation
   * @param held the tier shown before, which is protected where the policy names none; never one
   *     that an override showed
   */
  static Shown of(Ladder ladder, Subject subject, boolean entered, int calculated, int held) {
    Ladder.Protection protect = ladder.protection();
    if (protect == null) {
      return new Shown(calculated, false, Standing.Protection.NONE, "", ladder);
    }
    Standing.Protection before =
        entered ? Standing.Protection.NONE : subject.candidate().before().protection();
    Fraction length = subject.number(protect.count()).orElse(Fraction.ZERO);
    int used = used(protect, before, subject);
    boolean on =
        switch (before.state()) {
          case NONE -> begins(protect, subject, entered);
          case ON -> true;
          case OVER -> false;
        };
    if (!on) {
      return new Shown(
          calculated,
          false,
          new Standing.Protection(before.state(), before.used(), false),
          "",
          ladder);
    }
    if (Fraction.of(used).compareTo(length) >= 0 || ended(protect, subject)) {
      Standing.Protection over =
          new Standing.Protection(Standing.Protection.State.OVER, used, false);
      return new Shown(calculated, false, over, "", ladder);
    }
    int floor = floor(ladder, protect.show(), held, subject);
    boolean holding = floor > calculated && subject.candidate().override() == null;
    return new Shown(
        Math.max(calculated, floor),
        holding,
        new Standing.Protection(Standing.Protection.State.ON, used, holding),
        used + " < " + length,
        ladder);
  }

  private static boolean begins(Ladder.Protection protect, Subject subject, boolean entered) {
    Condition when = protect.when();
    return when == null ? entered : subject.note(subject.judge(when)).isMet();
  }

  private static boolean ended(Ladder.Protection protect, Subject subject) {
    Condition until = protect.until();
    return until != null && subject.note(subject.judge(until)).isMet();
  }

  private static int used(Ladder.Protection protect, Standing.Protection before, Subject subject) {
    LocalDate last = subject.candidate().before().evaluatedOn();
    boolean ran =
        before.state() == Standing.Protection.State.ON
            && (before.holding() || !protect.clockPauses());
    if (!ran || last == null) {
      return before.used();
    }
    int more =
        switch (protect.unit()) {
          case PERIODS -> 1;
          case DAYS ->
              Math.toIntExact(ChronoUnit.DAYS.between(last, subject.input().evaluation().end()));
          case WEEKS, MONTHS, QUARTERS, YEARS ->
              throw Faults.protectionUnit(subject.programme(), protect.clause());
        };
    return before.used() + more;
  }

  private static int floor(Ladder ladder, @Nullable Setting show, int held, Subject subject) {
    Optional<Value> tier = show == null ? Optional.empty() : subject.setting(show);
    if (tier.isEmpty()) {
      return held;
    }
    String name = Values.text(tier.get());
    for (int i = 0; i < ladder.tiers().size(); i++) {
      if (ladder.tiers().get(i).name().equals(name)) {
        return i;
      }
    }
    return held;
  }
}
