package dev.partnerops.programme;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Title;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a programme as its policy file says it (SPEC section 4), checked, parameters
 * replaced, defaults filled in.
 *
 * @param file as the user named it, for messages
 * @param text the file's text; {@code digest} its SHA-256 in hex: what a run is tied to
 * @param fields what the fields of its entities are for, besides being read
 * @param instruments those at the top; {@code segments}: by value of {@code segmentBy}, merged over
 *     the top
 * @param adjustPeriods for how many earlier periods differences are reckoned (RULES 3); 0: for none
 */
public record Programme(
    String id,
    Title title,
    int edition,
    Effective effective,
    @Nullable Cohort cohort,
    EntityKind entity,
    Fields fields,
    ZoneId zone,
    String currency,
    Calendar calendar,
    @Nullable Condition where,
    Condition.@Nullable WhenMissing whenMissing,
    Map<String, Metric.Use> metrics,
    Map<String, Condition> conditions,
    @Nullable String segmentBy,
    Instruments instruments,
    Map<String, Instruments> segments,
    int adjustPeriods,
    String file,
    String text,
    String digest) {

  /** The same edition with other days. */
  public Programme effective(Effective days) {
    return new Programme(
        id,
        title,
        edition,
        days,
        cohort,
        entity,
        fields,
        zone,
        currency,
        calendar,
        where,
        whenMissing,
        metrics,
        conditions,
        segmentBy,
        instruments,
        segments,
        adjustPeriods,
        file,
        text,
        digest);
  }

  /** The instruments of every segment, then those at the top. */
  public List<Instruments> allInstruments() {
    List<Instruments> all = new ArrayList<>(segments.values());
    all.add(instruments);
    return all;
  }

  /** The instruments of a value of {@code segment_by}: its own, else the top's (RULES 20). */
  public Instruments instrumentsOf(String segment) {
    Instruments own = segments.get(segment);
    return own == null ? instruments : own;
  }

  /**
   * What the data sets say of the entity's fields.
   *
   * @param key the field that holds their id
   * @param arrival whose day orders entities {@code by_arrival} (RULES 13); empty: their ids alone
   * @param named which kind of entity a field's id is of (RULES 18), as far as it is of any
   */
  public record Fields(String key, String arrival, Map<String, EntityKind> named) {
    public Fields {
      named = Map.copyOf(named);
    }
  }

  /**
   * From a day to a day (both in, {@code to} absent: open), by the period's first day or by the
   * evaluation day.
   */
  public record Effective(LocalDate from, @Nullable LocalDate to, boolean byEvaluation) {}

  /** These entities stay with this edition for life. */
  public record Cohort(String field, @Nullable LocalDate from, @Nullable LocalDate to) {}
}
