package dev.partnerops.programme;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Value;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What expressions come to: exact fractions; what reads something missing is missing, and so is a
 * division by 0, until COALESCE heals it (SPEC section 3, RULES 42). A day less a day is a number
 * of days.
 */
public final class Expressions {

  private final Metric.Derived metric;
  private final Function<String, Value> names;

  private Expressions(Metric.Derived metric, Function<String, Value> names) {
    this.metric = metric;
    this.names = names;
  }

  /**
   * The value of a derived metric.
   *
   * @param names the value of each name in it
   * @throws ToolException.Policy where values do not go together, a text and a number
   */
  public static Value value(Metric.Derived metric, Function<String, Value> names) {
    return new Expressions(metric, names).value(metric.expression());
  }

  /** The names an expression uses, in their order, each once. */
  static Set<String> names(Expression expression) {
    Set<String> found = new LinkedHashSet<>();
    collect(expression, found);
    return found;
  }

  private static void collect(Expression expression, Set<String> found) {
    if (expression instanceof Expression.Name(String name)) {
      found.add(name);
    }
    expression.parts().forEach(part -> collect(part, found));
  }

  /**
   * Whether it can be missing.
   *
   * @param name whether the value of a name can
   */
  static boolean canBeMissing(Expression expression, Predicate<String> name) {
    return switch (expression) {
      case Expression.Constant(Value value) -> value.isMissing();
      case Expression.Name(String own) -> name.test(own);
      case Expression.Arithmetic(Expression.Sign sign, Expression left, Expression right) ->
          (sign == Expression.Sign.DIVIDED && canBeNought(right))
              || canBeMissing(left, name)
              || canBeMissing(right, name);
      case Expression.Coalesced(List<Expression> of) ->
          of.stream().allMatch(part -> canBeMissing(part, name));
      case Expression.IsMissing missing -> false;
      // A condition that is unknown is not true, and the next branch is tried.
      case Expression.Branches(List<Expression.Branch> branches, Expression otherwise) ->
          canBeMissing(otherwise, name)
              || branches.stream().anyMatch(branch -> canBeMissing(branch.then(), name));
      case Expression.Negated negated -> anyMissing(negated, name);
      case Expression.Rounded rounded -> anyMissing(rounded, name);
      case Expression.Extreme extreme -> anyMissing(extreme, name);
      case Expression.Compared compared -> anyMissing(compared, name);
      case Expression.Both both -> anyMissing(both, name);
      case Expression.Either either -> anyMissing(either, name);
      case Expression.Not not -> anyMissing(not, name);
    };
  }

  private static boolean anyMissing(Expression expression, Predicate<String> name) {
    return expression.parts().stream().anyMatch(part -> canBeMissing(part, name));
  }

  private static boolean canBeNought(Expression divisor) {
    return !(divisor instanceof Expression.Constant(Value value)
        && value.findNumber().filter(number -> number.signum() != 0).isPresent());
  }

  private Value value(Expression expression) {
    return switch (expression) {
      case Expression.Constant(Value value) -> value;
      case Expression.Name(String name) -> {
        Value value = names.apply(name);
        yield value.isMissing() ? Value.missing() : value;
      }
      case Expression.Arithmetic arithmetic ->
          arithmetic(arithmetic.sign(), value(arithmetic.left()), value(arithmetic.right()));
      case Expression.Negated(Expression of) -> {
        Value value = value(of);
        yield value.isMissing() ? value : new Value.Numeric(number(value, value).negate());
      }
      case Expression.Rounded(Expression of, int decimals) -> {
        Value value = value(of);
        yield value.isMissing() ? value : rounded(number(value, value), decimals);
      }
      case Expression.Coalesced(List<Expression> of) -> first(of);
      case Expression.Extreme(boolean greatest, List<Expression> of) -> extreme(greatest, of);
      case Expression.Branches(List<Expression.Branch> branches, Expression otherwise) -> {
        for (Expression.Branch branch : branches) {
          if (truth(branch.when()).orElse(false)) {
            yield value(branch.then());
          }
        }
        yield value(otherwise);
      }
      case Expression.Compared compared ->
          compared(compared.comparison(), value(compared.left()), value(compared.right()));
      case Expression.Both(Expression left, Expression right) -> together(left, right, false);
      case Expression.Either(Expression left, Expression right) -> together(left, right, true);
      case Expression.Not(Expression of) ->
          truth(of).<Value>map(truth -> new Value.Flag(!truth)).orElse(Value.missing());
      case Expression.IsMissing(Expression of) -> new Value.Flag(value(of).isMissing());
    };
  }

  private Value arithmetic(Expression.Sign sign, Value left, Value right) {
    if (left.isMissing() || right.isMissing()) {
      return Value.missing();
    }
    if (sign == Expression.Sign.MINUS
        && left instanceof Value.Day(LocalDate later)
        && right instanceof Value.Day(LocalDate earlier)) {
      return Value.of(ChronoUnit.DAYS.between(earlier, later));
    }
    Fraction a = number(left, right);
    Fraction b = number(right, left);
    return switch (sign) {
      case PLUS -> new Value.Numeric(a.plus(b));
      case MINUS -> new Value.Numeric(a.minus(b));
      case TIMES -> new Value.Numeric(a.times(b));
      case DIVIDED -> b.signum() == 0 ? Value.missing() : new Value.Numeric(a.dividedBy(b));
    };
  }

  private static Value rounded(Fraction number, int decimals) {
    if (decimals >= 0) {
      return new Value.Numeric(Fraction.of(number.round(decimals)));
    }
    Fraction unit = new Fraction(BigInteger.TEN.pow(-decimals), BigInteger.ONE);
    return new Value.Numeric(Fraction.of(number.dividedBy(unit).round(0)).times(unit));
  }

  private Value first(List<Expression> of) {
    for (Expression part : of) {
      Value value = value(part);
      if (!value.isMissing()) {
        return value;
      }
    }
    return Value.missing();
  }

  private Value extreme(boolean greatest, List<Expression> of) {
    List<Value> values = new ArrayList<>(of.size());
    of.forEach(part -> values.add(value(part)));
    Value best = values.getFirst();
    for (Value value : values) {
      if (value.isMissing()) {
        return value;
      }
      int sign = best.isMissing() ? 0 : sign(value, best);
      best = (greatest ? sign > 0 : sign < 0) ? value : best;
    }
    return best;
  }

  private Value compared(Expression.Comparison comparison, Value left, Value right) {
    if (left.isMissing() || right.isMissing()) {
      return Value.missing();
    }
    return new Value.Flag(
        switch (comparison) {
          case EQUAL -> same(left, right);
          case UNEQUAL -> !same(left, right);
          case LESS -> sign(left, right) < 0;
          case AT_MOST -> sign(left, right) <= 0;
          case MORE -> sign(left, right) > 0;
          case AT_LEAST -> sign(left, right) >= 0;
        });
  }

  /** Of three truths: what decides, decides also where the other is unknown. */
  private Value together(Expression left, Expression right, boolean decides) {
    Optional<Boolean> one = truth(left);
    Optional<Boolean> other = truth(right);
    if (one.filter(truth -> truth == decides).isPresent()
        || other.filter(truth -> truth == decides).isPresent()) {
      return new Value.Flag(decides);
    }
    return one.isEmpty() || other.isEmpty() ? Value.missing() : new Value.Flag(!decides);
  }

  private Optional<Boolean> truth(Expression expression) {
    Value value = value(expression);
    if (value.isMissing()) {
      return Optional.empty();
    }
    if (value instanceof Value.Flag(boolean flag)) {
      return Optional.of(flag);
    }
    throw fault("programme.expr.unlike", text(value), "true");
  }

  private boolean same(Value left, Value right) {
    boolean areNumbers = left.findNumber().isPresent() || right.findNumber().isPresent();
    boolean areAlike = left.getClass().equals(right.getClass());
    return (areAlike && !areNumbers) ? left.equals(right) : sign(left, right) == 0;
  }

  private int sign(Value left, Value right) {
    if (left instanceof Value.Day(LocalDate a) && right instanceof Value.Day(LocalDate b)) {
      return a.compareTo(b);
    }
    return number(left, right).compareTo(number(right, left));
  }

  private Fraction number(Value value, Value other) {
    return value
        .findNumber()
        .orElseThrow(() -> fault("programme.expr.unlike", text(value), text(other)));
  }

  private ToolException.Policy fault(String key, Object... values) {
    Object[] arguments = new Object[values.length + 1];
    arguments[0] = metric.place();
    System.arraycopy(values, 0, arguments, 1, values.length);
    return new ToolException.Policy(Message.of(key, arguments));
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Missing missing -> "NULL";
      case Value.Numeric(Fraction number) -> number.toString();
      case Value.Rate rate -> rate.findNumber().map(Fraction::toString).orElse("NULL");
      case Value.Text(String text) -> "'" + text + "'";
      case Value.Day(LocalDate day) -> day.toString();
      case Value.Flag(boolean flag) -> Boolean.toString(flag);
    };
  }
}
