package dev.partnerops.programme;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** With how many decimals the values of an expression are written (RULES 22). */
final class DerivedDecimals {

  private static final int ANY = 6;

  private DerivedDecimals() {}

  /** Sums and choices among amounts are amounts, among counts counts; all else has six. */
  static int of(Expression expression, Map<String, Metric.Use> names) {
    return switch (expression) {
      case Expression.Name(String name) -> {
        Metric.Use use = names.get(name);
        yield use == null ? ANY : use.decimals();
      }
      case Expression.Rounded(Expression of, int places) -> Math.max(places, 0);
      case Expression.Negated negated -> ofAll(negated.parts(), names);
      case Expression.Coalesced first -> ofAll(first.parts(), names);
      case Expression.Extreme extreme -> ofAll(extreme.parts(), names);
      case Expression.Branches(List<Expression.Branch> branches, Expression otherwise) ->
          ofAll(
              Stream.concat(branches.stream().map(Expression.Branch::then), Stream.of(otherwise))
                  .toList(),
              names);
      case Expression.Arithmetic sum ->
          switch (sum.sign()) {
            case PLUS, MINUS -> ofAll(sum.parts(), names);
            case TIMES, DIVIDED -> ANY;
          };
      case Expression.Constant constant -> ANY;
      case Expression.Compared truth -> Metric.Use.AS_IT_IS;
      case Expression.Both truth -> Metric.Use.AS_IT_IS;
      case Expression.Either truth -> Metric.Use.AS_IT_IS;
      case Expression.Not truth -> Metric.Use.AS_IT_IS;
      case Expression.IsMissing truth -> Metric.Use.AS_IT_IS;
    };
  }

  /** What all of them have; a written number has none of its own. */
  private static int ofAll(List<Expression> parts, Map<String, Metric.Use> names) {
    List<Integer> different =
        parts.stream()
            .filter(part -> !(part instanceof Expression.Constant))
            .map(part -> of(part, names))
            .distinct()
            .toList();
    return different.size() == 1 ? different.getFirst() : ANY;
  }
}
