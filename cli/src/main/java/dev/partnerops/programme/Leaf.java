package dev.partnerops.programme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition that compares a metric, a field or an age: what has edges to be tried.
 *
 * @param label what is compared, as reasons call it
 * @param metric absent of a field or an age
 * @param field empty of a metric
 */
public record Leaf(
    Condition condition,
    Kind kind,
    String label,
    Metric.@Nullable Use metric,
    String field,
    List<Condition.Comparison> comparisons,
    Condition.@Nullable WhenMissing whenMissing) {

  /** What is compared. */
  public enum Kind {
    METRIC,
    FIELD,
    AGE
  }

  public Clause clause() {
    return condition.clause();
  }

  /**
   * All of a policy, each once and by line: what a segment takes over from the top stands there.
   */
  public static List<Leaf> of(Programme programme) {
    Map<String, Leaf> leaves = new LinkedHashMap<>();
    new Parts(
            new Parts.Visitor() {
              @Override
              public void condition(Parts.Stage stage, Condition condition) {
                find(condition).ifPresent(leaf -> leaves.putIfAbsent(leaf.clause().path(), leaf));
              }
            })
        .visit(programme);
    List<Leaf> byLine = new ArrayList<>(leaves.values());
    byLine.sort(Comparator.comparingInt(each -> each.clause().line()));
    return byLine;
  }

  /** Empty of a condition that compares nothing by itself. */
  private static Optional<Leaf> find(Condition condition) {
    return switch (condition) {
      case Condition.OfMetric leaf ->
          Optional.of(
              new Leaf(
                  leaf,
                  Kind.METRIC,
                  leaf.metric().label(),
                  leaf.metric(),
                  "",
                  leaf.comparisons(),
                  leaf.whenMissing()));
      case Condition.OfField leaf ->
          Optional.of(
              new Leaf(
                  leaf,
                  Kind.FIELD,
                  leaf.field(),
                  null,
                  leaf.field(),
                  leaf.comparisons(),
                  leaf.whenMissing()));
      case Condition.Age leaf ->
          Optional.of(
              new Leaf(
                  leaf,
                  Kind.AGE,
                  "age of " + leaf.field(),
                  null,
                  leaf.field(),
                  leaf.comparisons(),
                  leaf.whenMissing()));
      case Condition.All all -> Optional.empty();
      case Condition.Any any -> Optional.empty();
      case Condition.Not not -> Optional.empty();
      case Condition.Count count -> Optional.empty();
      case Condition.Met met -> Optional.empty();
      case Condition.Held held -> Optional.empty();
      case Condition.Standing standing -> Optional.empty();
      case Condition.Missed missed -> Optional.empty();
    };
  }
}
