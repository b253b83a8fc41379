package dev.partnerops.programme;

import dev.partnerops.model.Title;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition of SPEC section 4: groups, references to named conditions, and leaves that compare.
 * Verdicts are met, unmet or skipped; a skipped leaf leaves its group.
 */
public sealed interface Condition {

  Clause clause();

  /** {@code says: {en, zh}}: the condition in words for people, where the policy gives them. */
  @Nullable Title says();

  record All(List<Condition> conditions, Clause clause, @Nullable Title says) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }
  }

  record Any(List<Condition> conditions, Clause clause, @Nullable Title says) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }
  }

  record Not(Condition condition, Clause clause, @Nullable Title says) implements Condition {}

  /** {@code {count: [C, …], at_least: 2}}: how many of them are met, compared. */
  record Count(
      List<Condition> conditions, List<Comparison> comparisons, Clause clause, @Nullable Title says)
      implements Condition {
    public Count {
      conditions = List.copyOf(conditions);
      comparisons = List.copyOf(comparisons);
    }
  }

  /** {@code {met: NAME}}: the named condition of {@code conditions:}. */
  record Met(String name, Clause clause, @Nullable Title says) implements Condition {}

  /** {@code {held: C, evaluations: 2}}: now and the times before, as recorded. */
  record Held(Condition condition, int evaluations, Clause clause, @Nullable Title says)
      implements Condition {}

  /** {@code {field: F, …}}. */
  record OfField(
      String field,
      List<Comparison> comparisons,
      @Nullable WhenMissing whenMissing,
      Clause clause,
      @Nullable Title says)
      implements Condition {
    public OfField {
      comparisons = List.copyOf(comparisons);
    }
  }

  /** {@code {age: F, …}}: days from that day, itself 0, to the period's end. */
  record Age(
      String field,
      List<Comparison> comparisons,
      @Nullable WhenMissing whenMissing,
      Clause clause,
      @Nullable Title says)
      implements Condition {
    public Age {
      comparisons = List.copyOf(comparisons);
    }
  }

  /** {@code {metric: …, …}}. */
  record OfMetric(
      Metric.Use metric,
      List<Comparison> comparisons,
      @Nullable WhenMissing whenMissing,
      Clause clause,
      @Nullable Title says)
      implements Condition {
    public OfMetric {
      comparisons = List.copyOf(comparisons);
    }
  }

  /**
   * {@code {tier: …}} or {@code {badge: …}}: a standing of this programme or, with {@code of}, of
   * another.
   */
  record Standing(
      Kind kind,
      List<String> names,
      boolean orAbove,
      @Nullable String of,
      @Nullable Window window,
      Seen seen,
      Clause clause,
      @Nullable Title says)
      implements Condition {
    public Standing {
      names = List.copyOf(names);
    }

    public enum Kind {
      TIER,
      BADGE
    }

    /** Over a window: at any evaluation in it, or at every one. */
    public enum Seen {
      ANY,
      EVERY
    }
  }

  /** {@code {missed: keep}}: this evaluation misses the present tier. */
  record Missed(Clause clause, @Nullable Title says) implements Condition {}

  /** What a leaf without a value counts as. */
  enum WhenMissing {
    MET,
    UNMET,
    SKIP
  }

  /** One comparison of a leaf; several in a leaf must all hold. */
  record Comparison(Operator operator, List<Setting> settings, Clause clause) {
    public Comparison {
      settings = List.copyOf(settings);
    }
  }

  /**
   * {@code BETWEEN} has two settings, both in; {@code IN} and {@code NOT_IN} any number; the others
   * one.
   */
  enum Operator {
    AT_LEAST,
    MORE_THAN,
    AT_MOST,
    LESS_THAN,
    BETWEEN,
    IS,
    IS_NOT,
    IN,
    NOT_IN,
    FROM,
    TO,
    MISSING;

    /** Whether a higher number meets it sooner. */
    boolean isUpward() {
      return this == AT_LEAST || this == MORE_THAN;
    }

    /** Whether a lower number meets it sooner. */
    boolean isDownward() {
      return this == AT_MOST || this == LESS_THAN;
    }
  }
}
