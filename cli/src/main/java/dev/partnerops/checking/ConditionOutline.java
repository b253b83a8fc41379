package dev.partnerops.checking;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Unit;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conditions as parts. Clauses of a group are told apart by what they look at, so that their order
 * says nothing; one clause alone is a group of one.
 */
final class ConditionOutline {

  private final PartMaker make;

  ConditionOutline(PartMaker make) {
    this.make = make;
  }

  void add(List<Part> parts, Place owner, String key, @Nullable Condition condition, Effect asked) {
    if (condition != null) {
      parts.add(
          slot(
              owner.at(key, condition.clause().line(), make.subject(key, owner)),
              condition,
              asked));
    }
  }

  /**
   * A condition where one may stand.
   *
   * @param asked what one more clause does to those that are judged
   */
  Part slot(Place place, Condition condition, Effect asked) {
    List<Condition> clauses =
        condition instanceof Condition.All all && all.says() == null
            ? all.conditions()
            : List.of(condition);
    String value = make.words().conditions().phrase(condition);
    return make.part(
        place, value, "all", null, asked, asked, clauses(place, clauses, asked, asked));
  }

  private List<Part> clauses(
      Place owner, List<Condition> conditions, Effect asked, Effect oneMore) {
    List<Part> parts = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Condition condition : conditions) {
      String key = key(condition);
      int times = seen.merge(key, 1, Integer::sum);
      String looksAt = looksAt(condition);
      Place place =
          owner.named(
              times == 1 ? key : key + "#" + times,
              condition.clause().line(),
              looksAt.isEmpty()
                  ? owner.subject()
                  : make.say("checking.part.clause", owner.subject(), looksAt));
      parts.add(clause(place, condition, asked, oneMore).partOf(owner.subject()));
    }
    return parts;
  }

  private static String key(Condition condition) {
    return switch (condition) {
      case Condition.All all -> "all";
      case Condition.Any any -> "any";
      case Condition.Not not -> "not " + key(not.condition());
      case Condition.Count count -> "count";
      case Condition.Met met -> met.name();
      case Condition.Held held -> "held " + key(held.condition());
      case Condition.OfField leaf -> leaf.field();
      case Condition.Age leaf -> "age " + leaf.field();
      case Condition.OfMetric leaf -> leaf.metric().label();
      case Condition.Standing leaf -> leaf.kind().name().toLowerCase(Locale.ROOT);
      case Condition.Missed leaf -> "missed";
    };
  }

  /** What a clause is called in a sentence about it; a group goes by what it is in. */
  private String looksAt(Condition condition) {
    return switch (condition) {
      case Condition.OfField leaf -> make.words().fields().name(leaf.field());
      case Condition.Age leaf ->
          make.say("checking.part.age", make.words().fields().name(leaf.field()));
      case Condition.OfMetric leaf -> make.words().metrics().name(leaf.metric());
      case Condition.Standing leaf -> make.say("checking.part." + key(leaf));
      case Condition.All all -> "";
      case Condition.Any any -> "";
      case Condition.Count count -> "";
      case Condition.Not not -> looksAt(not.condition());
      case Condition.Held held -> looksAt(held.condition());
      case Condition.Met met -> make.words().conditions().phrase(met);
      case Condition.Missed missed -> make.words().conditions().phrase(missed);
    };
  }

  private Part clause(Place place, Condition condition, Effect asked, Effect oneMore) {
    List<Part> parts = new ArrayList<>();
    String exact = key(condition);
    switch (condition) {
      case Condition.All all -> parts.addAll(clauses(place, all.conditions(), asked, asked));
      case Condition.Any any ->
          parts.addAll(clauses(place, any.conditions(), asked, asked.opposite()));
      case Condition.Not not -> {
        Effect inner = asked.opposite();
        parts.addAll(clauses(place, List.of(not.condition()), inner, inner));
      }
      case Condition.Count count -> {
        parts.addAll(clauses(place, count.conditions(), Effect.NONE, Effect.NONE));
        comparisons(parts, place, count.comparisons(), number(Unit.COUNT), asked);
      }
      case Condition.Held held -> {
        parts.addAll(clauses(place, List.of(held.condition()), asked, asked));
        String evaluations = Integer.toString(held.evaluations());
        Place times = place.at("evaluations", place.line(), make.subject("evaluations", place));
        parts.add(
            make.part(
                times,
                evaluations,
                evaluations,
                Fraction.of(held.evaluations()),
                asked,
                asked,
                List.of()));
      }
      case Condition.OfField leaf -> {
        PartMaker.Said said = (words, setting) -> words.settings().ofField(setting, leaf.field());
        comparisons(parts, place, leaf.comparisons(), said, asked);
        missing(parts, place, leaf.whenMissing());
      }
      case Condition.Age leaf -> {
        comparisons(parts, place, leaf.comparisons(), number(Unit.DAYS), asked);
        missing(parts, place, leaf.whenMissing());
      }
      case Condition.OfMetric leaf -> {
        Metric.Use use = leaf.metric();
        make.metric(parts, place, "metric", use);
        Unit unit = make.words().metrics().unit(use);
        List<Part> thresholds = new ArrayList<>();
        comparisons(thresholds, place, leaf.comparisons(), number(unit), asked);
        String basis = make.basis(use);
        thresholds.forEach(each -> parts.add(each.on(basis)));
        missing(parts, place, leaf.whenMissing());
      }
      case Condition.Standing leaf -> exact = make.words().exactly().conditions().phrase(leaf);
      case Condition.Met met -> {}
      case Condition.Missed missed -> {}
    }
    make.words(
        parts, place.at("says", place.line(), make.subject("says", place)), condition.says());
    String value = make.words().conditions().rule(condition);
    return make.part(place, value, exact, null, Effect.NONE, oneMore, parts);
  }

  private static PartMaker.Said number(Unit unit) {
    return PartMaker.Said.number(unit);
  }

  private void missing(List<Part> parts, Place owner, Condition.@Nullable WhenMissing missing) {
    if (missing != null) {
      String word = missing.name().toLowerCase(Locale.ROOT);
      parts.add(make.word(owner, "when_missing", "checking.part.missing.", word));
    }
  }

  /** Bounds below and above are one part each, whichever way they are written. */
  void comparisons(
      List<Part> parts,
      Place owner,
      List<Condition.Comparison> comparisons,
      PartMaker.Said said,
      Effect asked) {
    for (Condition.Comparison comparison : comparisons) {
      parts.add(comparison(owner, comparison, said, asked));
    }
  }

  private Part comparison(
      Place owner, Condition.Comparison comparison, PartMaker.Said said, Effect asked) {
    String word = comparison.operator().name().toLowerCase(Locale.ROOT);
    int line = comparison.clause().line();
    Setting first = comparison.settings().getFirst();
    PartMaker.Said whole =
        (words, setting) ->
            words.conditions().compared(comparison, each -> said.apply(words, each));
    return switch (comparison.operator()) {
      case AT_LEAST, MORE_THAN -> bound(owner, "at_least", word, line, first, whole, said, asked);
      case FROM -> bound(owner, "from", word, line, first, whole, said, asked);
      case TO -> bound(owner, "to", word, line, first, whole, said, asked.opposite());
      case AT_MOST, LESS_THAN ->
          bound(owner, "at_most", word, line, first, whole, said, asked.opposite());
      case BETWEEN, IS, IS_NOT, IN, NOT_IN, MISSING -> {
        Place place = owner.at(word, line, owner.subject());
        List<String> values =
            comparison.settings().stream()
                .map(each -> said.apply(make.words().exactly(), each))
                .sorted()
                .toList();
        yield make.part(
            place,
            whole.apply(make.words(), first),
            word + " " + values,
            null,
            Effect.NONE,
            asked,
            List.of());
      }
    };
  }

  private Part bound(
      Place owner,
      String side,
      String word,
      int line,
      Setting setting,
      PartMaker.Said whole,
      PartMaker.Said said,
      Effect rising) {
    Place place = owner.at(side, line, owner.subject());
    Part plain = make.setting(place, setting, said, rising);
    return plain.children().isEmpty()
        ? make.part(
            place,
            whole.apply(make.words(), setting),
            word + " " + plain.exact(),
            plain.number(),
            rising,
            plain.number() == null ? Effect.NONE : rising,
            List.of())
        : make.part(
            place,
            whole.apply(make.words(), setting),
            word,
            null,
            Effect.NONE,
            Effect.NONE,
            List.of(plain));
  }
}
