package dev.partnerops.programme;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What reading a policy must know of the metrics there are, so that an unknown name is a fault with
 * file and line. The catalogue lives in another package and is handed in.
 */
public interface MetricNames {

  /** The arrival of most kinds. */
  String JOINED_ON = "joined_on";

  /**
   * Whether the catalogue has the metric for entities of this kind; a column of one is {@code
   * NAME.column}.
   */
  boolean isKnown(String name, EntityKind kind);

  /**
   * Whether it can be missing: a rate, an average, a first day (RULES 12); never for a count or a
   * sum.
   */
  boolean canBeMissing(String name);

  /** Known names of this kind that a mistyped one may have meant, nearest first. */
  List<String> nearest(String name, EntityKind kind);

  /**
   * What is wrong with a reference: an unknown name, a parameter the metric does not take. The
   * reader puts file and line before it. A catalogue that knows its parameters says more than this.
   */
  default Optional<Message> problem(MetricReference reference, EntityKind kind) {
    String name = reference.name();
    if (isKnown(name, kind)) {
      return Optional.empty();
    }
    List<String> near = nearest(name, kind);
    return Optional.of(
        near.isEmpty()
            ? Message.of("programme.metric.unknown", name, kind.word())
            : Message.of(
                "programme.metric.unknown.near", name, kind.word(), String.join(", ", near)));
  }

  /**
   * With how many decimals its values are written (RULES 22): money with two, counts and days
   * whole, others with six; {@link Metric.Use#AS_IT_IS} where nobody knows.
   */
  default int decimals(MetricReference reference, EntityKind kind) {
    return Metric.Use.AS_IT_IS;
  }

  /** Whether its values are rates. */
  default boolean isRate(MetricReference reference, EntityKind kind) {
    return false;
  }

  /** The words a field of this kind may hold; empty where it may hold any. */
  default Set<String> words(EntityKind kind, String field) {
    return Set.of();
  }

  /** What {@code metrics/*.yaml} of the workspace defines for all programmes, by name. */
  default Map<String, SharedMetric> shared() {
    return Map.of();
  }

  /**
   * The fields an entity of this kind has; empty where they are not known, and then none is a
   * fault.
   */
  default Set<String> fields(EntityKind kind) {
    return Set.of();
  }

  /** Whether a field of this kind holds a day; true where nobody knows. */
  default boolean isDay(EntityKind kind, String field) {
    return true;
  }

  /** The kinds of entities there are, in the order they are told of. */
  default List<EntityKind> kinds() {
    return EntityKind.shipped();
  }

  /** The fields of a kind that name another entity, for {@code through:}, and that one's kind. */
  default Map<String, EntityKind> links(EntityKind kind) {
    return Map.of();
  }

  /**
   * Columns that the workspace adds to orders, for {@code only:} and {@code except:}; what they may
   * hold is asked by {@link #problem}.
   */
  default Set<String> dimensions() {
    return Set.of();
  }

  /** The field that holds the id of an entity. */
  default String key(EntityKind kind) {
    return kind.word() + "_id";
  }

  /** The field whose day is the arrival of an entity (RULES 13); empty where it has none. */
  default String arrival(EntityKind kind) {
    return JOINED_ON;
  }
}
