package dev.partnerops.deciding;

import dev.partnerops.model.Fraction;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an entity stands in a programme after an evaluation: all that the next one has to know.
 * Plain values, kept by the ledger as text.
 *
 * @param place on the ladder or not
 * @param tier the calculated tier, empty for none
 * @param shown the tier shown ({@code tier_after}), which overrides and protection may hold
 * @param badge the badge held, empty for none
 * @param misses evaluations running that missed the tier
 * @param rises evaluations running that met a higher tier; {@code rising} the higher tiers met in
 *     each of them
 * @param exitedOn the end of the evaluation that exited it; absent unless it stands exited
 * @param protection where it is protected
 * @param evaluatedOn the end of this evaluation; absent before the first
 * @param held how many evaluations running each {@code held} clause has been met, by clause path
 * @param remembered points that entries recorded
 * @param beneath what would be shown without the override that was in force, empty for none;
 *     absent: no override was
 */
public record Standing(
    Place place,
    String tier,
    String shown,
    String badge,
    int misses,
    int rises,
    List<String> rising,
    @Nullable LocalDate exitedOn,
    Protection protection,
    @Nullable LocalDate evaluatedOn,
    Map<String, Integer> held,
    List<Remembered> remembered,
    @Nullable String beneath) {

  /** Never evaluated. */
  public static final Standing NONE =
      new Standing(
          Place.NEW,
          "",
          "",
          "",
          0,
          0,
          List.of(),
          null,
          Protection.NONE,
          null,
          Map.of(),
          List.of(),
          null);

  public Standing {
    rising = List.copyOf(rising);
    held = Map.copyOf(held);
    remembered = List.copyOf(remembered);
  }

  /** In a tier, all counters at nought: what {@code before: {tier: silver}} of a test means. */
  public static Standing in(String tier) {
    return new Standing(
        Place.IN,
        tier,
        tier,
        "",
        0,
        0,
        List.of(),
        null,
        Protection.NONE,
        null,
        Map.of(),
        List.of(),
        null);
  }

  /** The tier shown, had nobody overridden it. */
  public String shownBeneath() {
    return beneath == null ? shown : beneath;
  }

  /** Relation to the ladder (RULES 1). */
  public enum Place {
    /** Never evaluated. */
    NEW,
    /** Evaluated, and not admitted. */
    OUTSIDE,
    /** On the ladder, in a tier or in none. */
    IN,
    EXITED
  }

  /**
   * Protection, once between admission and exit.
   *
   * @param used periods or days used up, whichever the policy counts in
   * @param holding whether protection alone held the tier
   */
  public record Protection(State state, int used, boolean holding) {

    public static final Protection NONE = new Protection(State.NONE, 0, false);

    /** Not begun, running, or over. */
    public enum State {
      NONE,
      ON,
      OVER
    }
  }

  /** Points that an entry recorded at the evaluation that ended on this day. */
  public record Remembered(String entry, LocalDate day, Fraction points) {}
}
