package dev.partnerops.programme;

import dev.partnerops.model.Title;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ladder:} of SPEC section 4, tiers lowest first; judged by RULES 1 and 10. */
public record Ladder(
    List<Tier> tiers,
    @Nullable Condition require,
    Move up,
    Move down,
    NotRated notRated,
    @Nullable Protection protection,
    @Nullable Condition admit,
    @Nullable Condition exit,
    @Nullable Setting readmitAfterDays,
    Clause clause) {

  public Ladder {
    tiers = List.copyOf(tiers);
  }

  /**
   * A tier; {@code keep} is {@code enter} where the file gives none; both absent: no score is
   * asked.
   */
  public record Tier(
      String name,
      @Nullable Setting enter,
      @Nullable Setting keep,
      @Nullable Condition require,
      @Nullable Title title,
      Clause clause) {}

  /**
   * After so many evaluations in a row; one step at a time or any; {@code never} for {@code after:
   * never}.
   */
  public record Move(Setting after, boolean never, boolean oneStep, Clause clause) {}

  public enum NotRated {
    PAUSE,
    RESET,
    COUNT,
    DROP
  }

  /** {@code protect:}: {@code length} is periods or days; {@code when} absent: when admitted. */
  public record Protection(
      Setting count,
      Length.Unit unit,
      @Nullable Condition when,
      boolean clockPauses,
      @Nullable Condition until,
      @Nullable Setting show,
      Clause clause) {}
}
