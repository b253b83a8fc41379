package dev.partnerops.programme;

import dev.partnerops.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What a derived metric reckons, read from its text by {@link ExpressionParser} (SPEC section 3,
 * RULES 42). A truth is a {@link Value.Flag}, an unknown one missing; {@link Expressions} says what
 * each comes to.
 */
public sealed interface Expression {

  /** A number, a text or a truth as written; missing for {@code NULL}. */
  record Constant(Value value) implements Expression {}

  /** A metric by its name in {@code metrics:}, or a part of one. */
  record Name(String name) implements Expression {}

  /** {@code left + right} and the like. */
  record Arithmetic(Sign sign, Expression left, Expression right) implements Expression {}

  /** {@code - of}. */
  record Negated(Expression of) implements Expression {}

  /** {@code ROUND(of, decimals)}, half-up; fewer than 0 decimals round to tens, hundreds, … */
  record Rounded(Expression of, int decimals) implements Expression {}

  /** {@code COALESCE(…)}: the first that is not missing. */
  record Coalesced(List<Expression> of) implements Expression {
    public Coalesced {
      of = List.copyOf(of);
    }
  }

  /** {@code GREATEST(…)} or {@code LEAST(…)}; missing where any is. */
  record Extreme(boolean greatest, List<Expression> of) implements Expression {
    public Extreme {
      of = List.copyOf(of);
    }
  }

  /** {@code CASE}: the first branch whose condition is true. */
  record Branches(List<Branch> branches, Expression otherwise) implements Expression {
    public Branches {
      branches = List.copyOf(branches);
    }

    private List<Expression> all() {
      List<Expression> all = new ArrayList<>();
      for (Branch branch : branches) {
        all.add(branch.when());
        all.add(branch.then());
      }
      all.add(otherwise);
      return all;
    }
  }

  record Branch(Expression when, Expression then) {}

  record Compared(Comparison comparison, Expression left, Expression right) implements Expression {}

  record Both(Expression left, Expression right) implements Expression {}

  record Either(Expression left, Expression right) implements Expression {}

  record Not(Expression of) implements Expression {}

  /** {@code of IS NULL}. */
  record IsMissing(Expression of) implements Expression {}

  /** What stands between two numbers. */
  enum Sign {
    PLUS,
    MINUS,
    TIMES,
    DIVIDED
  }

  /** What two values are asked. */
  enum Comparison {
    EQUAL,
    UNEQUAL,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST
  }

  /** What it is made of. */
  default List<Expression> parts() {
    return switch (this) {
      case Constant constant -> List.of();
      case Name name -> List.of();
      case Arithmetic(Sign sign, Expression left, Expression right) -> List.of(left, right);
      case Negated(Expression of) -> List.of(of);
      case Rounded(Expression of, int decimals) -> List.of(of);
      case Coalesced(List<Expression> of) -> of;
      case Extreme(boolean greatest, List<Expression> of) -> of;
      case Branches all -> all.all();
      case Compared(Comparison comparison, Expression left, Expression right) ->
          List.of(left, right);
      case Both(Expression left, Expression right) -> List.of(left, right);
      case Either(Expression left, Expression right) -> List.of(left, right);
      case Not(Expression of) -> List.of(of);
      case IsMissing(Expression of) -> List.of(of);
    };
  }
}
