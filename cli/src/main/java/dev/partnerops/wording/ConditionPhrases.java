package dev.partnerops.wording;

import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Conditions as clauses of a sentence, by {@code says:} where the policy gives it. */
public final class ConditionPhrases {

  private final Wording words;

  ConditionPhrases(Wording words) {
    this.words = words;
  }

  /** The clause in its own words, else generated. */
  public String phrase(Condition condition) {
    return condition.says() == null || words.isExact()
        ? rule(condition)
        : words.titled(condition.says(), "");
  }

  /** The clause in its own words with the rule behind them in brackets. */
  public String whole(Condition condition) {
    return condition.says() == null
        ? rule(condition)
        : words.text("wording.metric.detailed", phrase(condition), rule(condition));
  }

  /** The rule itself, whatever the policy says of it. */
  public String rule(Condition condition) {
    return switch (condition) {
      case Condition.All all ->
          all.conditions().isEmpty()
              ? words.text("wording.condition.always")
              : words.allOf(grouped(all.conditions()));
      case Condition.Any any ->
          any.conditions().isEmpty()
              ? words.text("wording.condition.never")
              : words.anyOf(grouped(any.conditions()));
      case Condition.Not not -> words.text("wording.condition.not", phrase(not.condition()));
      case Condition.Count count ->
          words.text(
              "wording.condition.count",
              comparisons(count.comparisons(), Unit.COUNT),
              words.semicolons(count.conditions().stream().map(this::phrase).toList()));
      case Condition.Met met -> met(met.name());
      case Condition.Held held ->
          words.text("wording.condition.held", phrase(held.condition()), held.evaluations());
      case Condition.OfField leaf ->
          withMissing(
              clause(
                  words.fields().name(leaf.field()),
                  comparisons(
                      leaf.comparisons(),
                      setting -> words.settings().ofField(setting, leaf.field()))),
              leaf.whenMissing(),
              ofField(leaf.comparisons()));
      case Condition.Age leaf ->
          withMissing(
              words.text(
                  "wording.condition.age",
                  words.fields().name(leaf.field()),
                  comparisons(leaf.comparisons(), Unit.DAYS)),
              leaf.whenMissing(),
              ofField(leaf.comparisons()));
      case Condition.OfMetric leaf ->
          withMissing(
              clause(
                  words.metrics().phrase(leaf.metric()),
                  comparisons(leaf.comparisons(), words.metrics().unit(leaf.metric()))),
              leaf.whenMissing(),
              words.programme().whenMissing());
      case Condition.Standing standing -> standing(standing);
      case Condition.Missed missed -> words.text("wording.condition.missed");
    };
  }

  private String clause(String subject, String comparisons) {
    return words.text("wording.condition.leaf", subject, comparisons);
  }

  /** Groups among others stand in brackets. */
  private List<String> grouped(List<Condition> conditions) {
    List<String> phrases = new ArrayList<>();
    for (Condition condition : conditions) {
      String phrase = phrase(condition);
      boolean bracketed =
          conditions.size() > 1
              && isGroup(condition)
              && (condition.says() == null || words.isExact());
      phrases.add(bracketed ? words.text("wording.group", phrase) : phrase);
    }
    return phrases;
  }

  private static boolean isGroup(Condition condition) {
    return switch (condition) {
      case Condition.All all -> all.conditions().size() > 1;
      case Condition.Any any -> any.conditions().size() > 1;
      case Condition.Count count -> true;
      case Condition.Held held -> true;
      case Condition.Not not -> false;
      case Condition.Met met -> false;
      case Condition.OfField leaf -> false;
      case Condition.Age leaf -> false;
      case Condition.OfMetric leaf -> false;
      case Condition.Standing leaf -> false;
      case Condition.Missed leaf -> false;
    };
  }

  /** A named condition by its own words; a group without any by its name. */
  private String met(String name) {
    Condition named = words.programme().conditions().get(name);
    if (words.isExact() || named == null || (named.says() == null && isGroup(named))) {
      return words.text("wording.condition.met", name);
    }
    return phrase(named);
  }

  /** Said only where it is not what the programme or the language has anyway. */
  private String withMissing(
      String clause, Condition.@Nullable WhenMissing own, Condition.@Nullable WhenMissing usual) {
    if (own == null || own == usual) {
      return clause;
    }
    return words.text(
        "wording.metric.detailed",
        clause,
        words.text("wording.missing." + own.name().toLowerCase(Locale.ROOT)));
  }

  /** SPEC section 4: unmet, but met for what is asked not to be something. */
  private static Condition.WhenMissing ofField(List<Condition.Comparison> comparisons) {
    boolean negative =
        !comparisons.isEmpty()
            && comparisons.stream()
                .allMatch(each ->
                    each.operator() == Condition.Operator.IS_NOT
                        || each.operator() == Condition.Operator.NOT_IN);
    return negative ? Condition.WhenMissing.MET : Condition.WhenMissing.UNMET;
  }

  private String standing(Condition.Standing standing) {
    boolean tier = standing.kind() == Condition.Standing.Kind.TIER;
    String of = standing.of();
    List<String> names =
        standing.names().stream()
            .map(name ->
                of != null
                    ? words.standingOf(of, name, tier)
                    : tier ? words.tier(name) : words.badge(name))
            .toList();
    String phrase =
        words.text(tier ? "wording.standing.tier" : "wording.standing.badge", words.or(names));
    if (standing.orAbove()) {
      phrase = words.text("wording.standing.above", phrase);
    }
    if (of != null) {
      phrase = words.text("wording.standing.of", phrase, words.programme(of));
    }
    if (standing.window() == null) {
      return phrase;
    }
    String window = words.spans().window(standing.window());
    return switch (standing.seen()) {
      case ANY -> words.text("wording.standing.any", phrase, window);
      case EVERY -> words.text("wording.standing.every", phrase, window);
    };
  }

  /** {@code at least 80% and less than 90%}. */
  public String comparisons(List<Condition.Comparison> comparisons, Unit unit) {
    return comparisons(comparisons, setting -> words.settings().number(setting, unit));
  }

  /** The same of what a field is compared with. */
  public String ofField(List<Condition.Comparison> comparisons, String field) {
    return comparisons(comparisons, setting -> words.settings().ofField(setting, field));
  }

  private String comparisons(
      List<Condition.Comparison> comparisons, Function<Setting, String> value) {
    List<String> said = new ArrayList<>();
    for (Condition.Comparison each : comparisons) {
      boolean ends =
          each.operator() == Condition.Operator.TO
              && !said.isEmpty()
              && comparisons.get(said.size() - 1).operator() == Condition.Operator.FROM;
      if (ends) {
        String from = value.apply(comparisons.get(said.size() - 1).settings().getFirst());
        said.removeLast();
        said.add(
            words.text("wording.compare.from-to", from, value.apply(each.settings().getFirst())));
      } else {
        said.add(comparison(each, value));
      }
    }
    return words.and(said);
  }

  /** One comparison, its settings said as the caller says. */
  public String compared(Condition.Comparison comparison, Function<Setting, String> value) {
    return comparison(comparison, value);
  }

  private String comparison(Condition.Comparison comparison, Function<Setting, String> value) {
    List<String> values = new ArrayList<>();
    for (Setting setting : comparison.settings()) {
      String said = value.apply(setting);
      values.add(SettingPhrases.isCompound(setting) ? words.text("wording.group", said) : said);
    }
    return switch (comparison.operator()) {
      case AT_LEAST -> words.text("wording.compare.at-least", values.getFirst());
      case MORE_THAN -> words.text("wording.compare.more-than", values.getFirst());
      case AT_MOST -> words.text("wording.compare.at-most", values.getFirst());
      case LESS_THAN -> words.text("wording.compare.less-than", values.getFirst());
      case BETWEEN -> words.text("wording.compare.between", values.getFirst(), values.getLast());
      case IS -> words.text("wording.compare.is", values.getFirst());
      case IS_NOT -> words.text("wording.compare.is-not", values.getFirst());
      case IN -> words.text("wording.compare.is", words.or(values));
      case NOT_IN -> words.text("wording.compare.not-in", words.or(values));
      case FROM -> words.text("wording.compare.from", values.getFirst());
      case TO -> words.text("wording.compare.to", values.getFirst());
      case MISSING -> missing(comparison.settings().getFirst(), values.getFirst());
    };
  }

  private String missing(Setting setting, String said) {
    if (setting instanceof Setting.Literal literal
        && literal.value() instanceof Value.Flag(boolean flag)) {
      return flag
          ? words.text("wording.compare.missing")
          : words.text("wording.compare.not-missing");
    }
    return words.text("wording.compare.missing-if", said);
  }
}
