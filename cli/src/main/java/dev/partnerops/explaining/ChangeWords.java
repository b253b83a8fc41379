package dev.partnerops.explaining;

import dev.partnerops.deciding.Values;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import dev.partnerops.output.Messages;
import dev.partnerops.wording.Wording;
import java.util.List;

/** Changes in words, by what a number counts: {@code 3 more orders by 2020-10-31}. */
final class ChangeWords {

  private final Messages messages;
  private final StepWords steps;
  private final Wording words;
  private final Numbers numbers;

  ChangeWords(Messages messages, Wording words, StepWords steps) {
    this.messages = messages;
    this.words = words;
    this.steps = steps;
    this.numbers = new Numbers(words);
  }

  String sentence(Change change) {
    Lever lever = change.lever();
    String name = steps.name(lever.use());
    String to = numbers.value(change.to(), lever.unit(), List.of(lever.value()));
    if (lever.value().findNumber().isEmpty()) {
      return messages.text("explaining.change.new", name, to, when(change));
    }
    String from = numbers.value(lever.value(), lever.unit(), List.of(change.to()));
    String direction = change.isMore() ? "more" : "fewer";
    if (change.to() instanceof Value.Rate rate) {
      return messages.text(
          "explaining.change.rate." + direction,
          name,
          to,
          from,
          moved(change),
          words.amounts().plain(rate.denominator()),
          when(change));
    }
    boolean one = lever.unit() == Unit.COUNT && moved(change).equals("1");
    String kind =
        switch (lever.unit()) {
          case COUNT, DAYS -> "count.";
          case MONEY -> "money.";
          case RATE, NUMBER, DAY, FLAG -> "number.";
        };
    return messages.text(
        "explaining.change." + (one ? "one." : kind) + direction,
        moved(change),
        name,
        when(change),
        to,
        from);
  }

  /** How far: of a rate its numerator. */
  private String moved(Change change) {
    Fraction from = part(change.lever().value());
    Fraction to = part(change.to());
    Fraction distance = to.compareTo(from) >= 0 ? to.minus(from) : from.minus(to);
    boolean isPart = change.to() instanceof Value.Rate;
    return isPart
        ? words.amounts().plain(distance)
        : numbers.value(new Value.Numeric(distance), change.lever().unit(), List.of());
  }

  private static Fraction part(Value value) {
    return value instanceof Value.Rate(Fraction numerator, Fraction denominator)
        ? numerator
        : value.findNumber().orElse(Fraction.ZERO);
  }

  private String when(Change change) {
    DayRange days = change.lever().days();
    if (days == null) {
      return messages.text("explaining.when.none");
    }
    boolean ever = days.first().getYear() <= 1;
    String key = change.isMore() ? "explaining.when.by" : "explaining.when.in";
    return ever
        ? messages.text("explaining.when.ever", days.last())
        : messages.text(key, days.first(), days.last());
  }

  /** How near it came, in brackets behind a goal. */
  String gap(Gap gap) {
    return switch (gap) {
      case Gap.OfScore(Fraction score, Fraction asked) ->
          messages.text("explaining.gap.score", Numbers.score(asked.minus(score)));
      case Gap.OfPlace place -> place(place);
      case Gap.OfClause(Change change) ->
          messages.text(
              "explaining.gap.clause",
              steps.name(change.lever().use()),
              numbers.value(change.lever().value(), change.lever().unit(), List.of(change.to())),
              numbers.value(change.to(), change.lever().unit(), List.of(change.lever().value())));
    };
  }

  private String place(Gap.OfPlace gap) {
    Fraction own = gap.value().findNumber().orElse(Fraction.ZERO);
    Fraction other = gap.holder().findNumber().orElse(Fraction.ZERO);
    Fraction distance = gap.lowestFirst() ? own.minus(other) : other.minus(own);
    Unit unit = words.metrics().unit(gap.by());
    if (distance.signum() == 0) {
      return messages.text("explaining.gap.tie", gap.place());
    }
    return messages.text(
        gap.lowestFirst() ? "explaining.gap.above" : "explaining.gap.below",
        numbers.value(new Value.Numeric(distance), unit, List.of()),
        gap.place());
  }

  /** A clause that nothing measured mends, and what stands there. */
  String blocker(Wishes.Blocker blocker) {
    String clause = words.conditions().phrase(blocker.condition());
    String found =
        blocker.value().isMissing()
            ? messages.text("explaining.step.missing")
            : Values.text(blocker.value());
    return messages.text(
        blocker.wanted() ? "explaining.blocker" : "explaining.blocker.not", clause, found);
  }
}
