package dev.partnerops.programme;

import dev.partnerops.model.Value;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number, day, length or text as SPEC section 4 lets it be written: plain, from a table, chosen
 * by a condition, or {@code none}, which skips the clause it stands in. Parameters are already
 * replaced.
 */
public sealed interface Setting {

  Clause clause();

  record Literal(Value value, Clause clause) implements Setting {}

  /**
   * {@code {by: X, rows: …, else: …}}: X a field of the entity, segment, tier, tier_before or rank.
   */
  record Table(String by, List<Row> rows, @Nullable Setting otherwise, Clause clause)
      implements Setting {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  /** A row of a table: an exact text, or a run of whole numbers {@code 2-10}, both in. */
  record Row(String key, @Nullable BigInteger from, @Nullable BigInteger to, Setting setting) {}

  record Choice(Condition when, Setting then, Setting otherwise, Clause clause)
      implements Setting {}

  record None(Clause clause) implements Setting {}

  /**
   * A day that may depend on the evaluation or the entity, as {@code from: period start} and {@code
   * to: joined_on + 6 months} of a comparison; resolved by {@code Windows.day}. A plain date is a
   * {@link Literal}.
   */
  record DayOf(Window.DayPoint point, Clause clause) implements Setting {}
}
