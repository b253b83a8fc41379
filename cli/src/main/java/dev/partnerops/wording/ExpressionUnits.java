package dev.partnerops.wording;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Expression;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which unit an expression is read. A share or a growth, {@code a / b} or {@code a / b - 1} of
 * amounts or of one metric, is read in percent; orders by buyers are a plain number.
 */
final class ExpressionUnits {

  private final MetricPhrases metrics;
  private final Map<String, Metric.Use> names;

  ExpressionUnits(MetricPhrases metrics, Map<String, Metric.Use> names) {
    this.metrics = metrics;
    this.names = names;
  }

  /** What nobody tells is a plain number. */
  Unit unit(Expression expression) {
    return find(expression).orElse(Unit.NUMBER);
  }

  /** Empty for what goes with any: a number as written. */
  Optional<Unit> find(Expression expression) {
    return switch (expression) {
      case Expression.Constant constant -> Optional.empty();
      case Expression.Name(String name) ->
          Optional.of(names.containsKey(name) ? metrics.unit(use(name)) : Unit.NUMBER);
      case Expression.Arithmetic sum -> arithmetic(sum);
      case Expression.Negated(Expression of) -> find(of);
      case Expression.Rounded(Expression of, int decimals) -> find(of);
      case Expression.Coalesced(List<Expression> of) -> together(of);
      case Expression.Extreme(boolean greatest, List<Expression> of) -> together(of);
      case Expression.Branches(List<Expression.Branch> branches, Expression otherwise) ->
          together(
              Stream.concat(branches.stream().map(Expression.Branch::then), Stream.of(otherwise))
                  .toList());
      case Expression.Compared truth -> Optional.of(Unit.FLAG);
      case Expression.Both truth -> Optional.of(Unit.FLAG);
      case Expression.Either truth -> Optional.of(Unit.FLAG);
      case Expression.Not truth -> Optional.of(Unit.FLAG);
      case Expression.IsMissing truth -> Optional.of(Unit.FLAG);
    };
  }

  private Metric.Use use(String name) {
    Metric.Use use = names.get(name);
    if (use == null) {
      throw new IllegalStateException(name);
    }
    return use;
  }

  /** What all of them have, whatever numbers stand among them. */
  private Optional<Unit> together(List<Expression> parts) {
    Unit common = null;
    for (Expression part : parts) {
      common = either(common, find(part).orElse(null));
    }
    return Optional.ofNullable(common);
  }

  private static @Nullable Unit either(@Nullable Unit one, @Nullable Unit other) {
    return one == null || one == other ? other : other == null ? one : Unit.NUMBER;
  }

  private Optional<Unit> arithmetic(Expression.Arithmetic sum) {
    // Each side is asked once: a long sum is a deep tree.
    Unit left = find(sum.left()).orElse(null);
    Unit right = find(sum.right()).orElse(null);
    if (left == null && right == null) {
      return Optional.empty();
    }
    return switch (sum.sign()) {
      case PLUS -> Optional.ofNullable(either(left, right));
      case MINUS ->
          left == Unit.DAY && right == Unit.DAY
              ? Optional.of(Unit.DAYS)
              : Optional.ofNullable(either(left, right));
      case TIMES -> Optional.of(product(left, right));
      case DIVIDED -> Optional.of(quotient(sum, left, right));
    };
  }

  /** An amount times a number or a share is an amount; a hundred times a share is no share. */
  private static Unit product(@Nullable Unit left, @Nullable Unit right) {
    boolean isAmount = (left == Unit.MONEY) != (right == Unit.MONEY);
    boolean isShare = left == Unit.RATE && right == Unit.RATE;
    return isAmount ? Unit.MONEY : isShare ? Unit.RATE : Unit.NUMBER;
  }

  private Unit quotient(Expression.Arithmetic sum, @Nullable Unit left, @Nullable Unit right) {
    boolean isMoney = left == Unit.MONEY;
    if (isMoney && right != Unit.MONEY) {
      return Unit.MONEY;
    }
    boolean isShare =
        left == right
            && !isScaled(sum.left())
            && !isScaled(sum.right())
            && (isMoney || measures(sum.left()).equals(measures(sum.right())));
    return isShare ? Unit.RATE : Unit.NUMBER;
  }

  /** Whether a factor as written makes something else of it than a share. */
  private static boolean isScaled(Expression expression) {
    return (expression instanceof Expression.Arithmetic arithmetic
            && arithmetic.sign() == Expression.Sign.TIMES)
        || expression.parts().stream().anyMatch(ExpressionUnits::isScaled);
  }

  /** The metrics it is made of, whatever window they are over. */
  private List<String> measures(Expression expression) {
    List<String> found = new ArrayList<>();
    if (expression instanceof Expression.Name(String name) && names.containsKey(name)) {
      found.add(
          use(name).metric() instanceof Metric.Measured(MetricReference reference)
              ? reference.name()
              : name);
    }
    expression.parts().forEach(part -> found.addAll(measures(part)));
    return found.stream().distinct().sorted().toList();
  }

  /**
   * The unit of a number as written beside another expression; 1 beside a growth stays 1.
   *
   * @param beside what it is compared with, added to or chosen instead of
   */
  Unit beside(Value number, Expression beside, boolean isAdded) {
    Unit unit = unit(beside);
    boolean isWhole = number.findNumber().filter(Fraction::isWhole).isPresent();
    return isAdded && unit == Unit.RATE && isWhole ? Unit.NUMBER : unit;
  }
}
