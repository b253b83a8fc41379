package dev.partnerops.wording;

import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Expression;
import dev.partnerops.programme.Metric;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a derived metric reckons, in words: names by their titles, numbers in the unit they go with.
 */
final class ExpressionPhrases {

  private final Wording words;
  private final Map<String, Metric.Use> names;
  private final ExpressionUnits units;

  ExpressionPhrases(Wording words, Map<String, Metric.Use> names) {
    this.words = words;
    this.names = names;
    this.units = new ExpressionUnits(words.metrics(), names);
  }

  /** {@code Net sales / Net sales before - 1}. */
  String phrase(Expression expression) {
    return phrase(expression, Unit.NUMBER);
  }

  /**
   * @param beside the unit of what a number as written stands beside
   */
  private String phrase(Expression expression, Unit beside) {
    return switch (expression) {
      case Expression.Constant(Value value) -> constant(value, beside);
      case Expression.Name(String name) -> name(name);
      case Expression.Arithmetic sum -> arithmetic(sum);
      case Expression.Negated(Expression of) ->
          words.text("wording.expression.negated", operand(of, beside));
      case Expression.Rounded(Expression of, int decimals) ->
          rounded(operand(of, beside), decimals);
      case Expression.Coalesced(List<Expression> of) -> coalesced(of, unit(expression, beside));
      case Expression.Extreme(boolean greatest, List<Expression> of) ->
          extreme(greatest, of, unit(expression, beside));
      case Expression.Branches branches -> branches(branches, unit(expression, beside));
      case Expression.Compared compared -> compared(compared);
      case Expression.Both(Expression left, Expression right) ->
          words.text("wording.clauses.and", operand(left), operand(right));
      case Expression.Either(Expression left, Expression right) ->
          isFalse(left)
              ? phrase(right)
              : words.text("wording.clauses.or", alternative(left), operand(right));
      case Expression.Not(Expression.IsMissing(Expression of)) -> known(of, "not-missing");
      case Expression.Not(Expression of) -> words.text("wording.condition.not", phrase(of));
      case Expression.IsMissing(Expression of) -> known(of, "missing");
    };
  }

  private Unit unit(Expression expression, Unit otherwise) {
    return units.find(expression).orElse(otherwise);
  }

  private String constant(Value value, Unit unit) {
    return words.isExact() && value instanceof Value.Text(String text)
        ? "'" + text + "'"
        : words.amounts().value(value, unit);
  }

  /** What the programme does not define is said in full. */
  private String name(String name) {
    Metric.Use use = names.get(name);
    if (use == null || words.isExact()) {
      return name;
    }
    return words.metrics().named(name, use);
  }

  private String arithmetic(Expression.Arithmetic sum) {
    boolean isSum = isSum(sum);
    String left = side(sum.left(), sum.right(), isSum);
    String right = side(sum.right(), sum.left(), isSum);
    boolean leftInner = isSum(sum.left()) && !isSum;
    // a - (b - c), a / (b * c): what comes after is bracketed where it binds no more than this.
    boolean rightInner =
        sum.right() instanceof Expression.Arithmetic inner
            && (isSum(inner) ? sum.sign() != Expression.Sign.PLUS : !isSum);
    return words.text(
        switch (sum.sign()) {
          case PLUS -> "wording.expression.plus";
          case MINUS -> "wording.expression.minus";
          case TIMES -> "wording.expression.times";
          case DIVIDED -> "wording.expression.divided";
        },
        bracketed(left, leftInner || isSentence(sum.left())),
        bracketed(right, rightInner || isSentence(sum.right())));
  }

  private String side(Expression side, Expression other, boolean isSum) {
    return isSum && side instanceof Expression.Constant(Value value)
        ? constant(value, units.beside(value, other, true))
        : phrase(side);
  }

  private static boolean isSum(Expression expression) {
    return expression instanceof Expression.Arithmetic arithmetic
        && (arithmetic.sign() == Expression.Sign.PLUS
            || arithmetic.sign() == Expression.Sign.MINUS);
  }

  /** Whether it is said in words, so that signs around it would be read as part of them. */
  private static boolean isSentence(Expression expression) {
    return switch (expression) {
      case Expression.Constant constant -> false;
      case Expression.Name name -> false;
      case Expression.Arithmetic arithmetic -> false;
      case Expression.Negated negated -> true;
      case Expression.Rounded rounded -> true;
      case Expression.Coalesced coalesced -> true;
      case Expression.Extreme extreme -> true;
      case Expression.Branches branches -> true;
      case Expression.Compared compared -> true;
      case Expression.Both both -> true;
      case Expression.Either either -> true;
      case Expression.Not not -> true;
      case Expression.IsMissing missing -> true;
    };
  }

  private String operand(Expression expression) {
    return operand(expression, Unit.NUMBER);
  }

  /** Inside a sentence: brackets around all that has parts, but not around a comparison. */
  private String operand(Expression expression, Unit beside) {
    boolean bare =
        expression instanceof Expression.Compared
            || expression instanceof Expression.IsMissing
            || expression instanceof Expression.Not(Expression.IsMissing missing)
            || (!isSentence(expression) && !(expression instanceof Expression.Arithmetic));
    return bracketed(phrase(expression, beside), !bare);
  }

  /** One {@code or} after another needs no brackets. */
  private String alternative(Expression left) {
    return left instanceof Expression.Either ? phrase(left) : operand(left);
  }

  private String bracketed(String phrase, boolean inBrackets) {
    return inBrackets ? words.text("wording.group", phrase) : phrase;
  }

  private String rounded(String of, int decimals) {
    if (decimals > 0) {
      return decimals == 1
          ? words.text("wording.expression.rounded.1", of)
          : words.text("wording.expression.rounded", of, decimals);
    }
    return decimals == 0
        ? words.text("wording.expression.rounded.whole", of)
        : words.text(
            "wording.expression.rounded.tens", of, BigInteger.TEN.pow(-decimals).toString());
  }

  private String coalesced(List<Expression> of, Unit unit) {
    String phrase = operand(of.getLast(), unit);
    for (Expression first : of.reversed().subList(1, of.size())) {
      phrase = words.text("wording.expression.coalesced", operand(first, unit), phrase);
    }
    return phrase;
  }

  private String extreme(boolean greatest, List<Expression> of, Unit unit) {
    List<String> parts = of.stream().map(part -> operand(part, unit)).toList();
    String key = greatest ? "wording.expression.greatest" : "wording.expression.least";
    return words.text(of.size() == 2 ? key + ".2" : key, words.listed(parts));
  }

  private String branches(Expression.Branches all, Unit unit) {
    List<Expression.Branch> branches = new ArrayList<>(all.branches());
    String phrase = phrase(all.otherwise(), unit);
    for (Expression.Branch branch : branches.reversed()) {
      phrase =
          words.text("wording.choice", phrase(branch.when()), operand(branch.then(), unit), phrase);
    }
    return phrase;
  }

  private String compared(Expression.Compared compared) {
    Unit left = units.find(compared.left()).orElseGet(() -> units.unit(compared.right()));
    Unit right = units.find(compared.right()).orElse(left);
    return words.text(
        "wording.condition.leaf",
        operand(compared.left(), left),
        words.text(
            switch (compared.comparison()) {
              case EQUAL -> "wording.compare.is";
              case UNEQUAL -> "wording.compare.is-not";
              case LESS -> "wording.compare.less-than";
              case AT_MOST -> "wording.compare.at-most";
              case MORE -> "wording.compare.more-than";
              case AT_LEAST -> "wording.compare.at-least";
            },
            operand(compared.right(), right)));
  }

  private String known(Expression of, String key) {
    return words.text("wording.condition.leaf", operand(of), words.text("wording.compare." + key));
  }

  private static boolean isFalse(Expression expression) {
    return expression instanceof Expression.Constant(Value value)
        && value.equals(new Value.Flag(false));
  }
}
