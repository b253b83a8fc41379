package dev.partnerops.explaining;

import dev.partnerops.deciding.Step;
import dev.partnerops.deciding.Verdict;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Title;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import dev.partnerops.output.Messages;
import dev.partnerops.programme.Leaf;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricUses;
import dev.partnerops.wording.Wording;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps of a judgement in words: what was looked at, what was found, what was asked. */
final class StepWords {

  private static final Pattern ONE_NUMBER = Pattern.compile("(>=|>|<=|<|=|!=) [^ ]+");

  /** Looked at in a judgement, and no name of the policy's. */
  private static final Set<String> OWN =
      Set.of("score", "tier", "badge", "missed", "held", "count", "all", "any", "not");

  private final Messages messages;
  private final Wording words;
  private final Numbers numbers;
  private final MetricUses uses;
  private final Map<String, Leaf> leaves = new HashMap<>();

  StepWords(Messages messages, Wording words) {
    this.messages = messages;
    this.words = words;
    this.numbers = new Numbers(words);
    this.uses = MetricUses.of(words.programme());
    Leaf.of(words.programme()).forEach(leaf -> leaves.put(leaf.clause().path(), leaf));
  }

  /** What is looked at, by the policy's words for it where it has any. */
  String label(Step step) {
    return isFloor(step) ? messages.text("explaining.step.floor", plain(step)) : plain(step);
  }

  private static boolean isFloor(Step step) {
    return step.clause().path().contains(".floor");
  }

  private String plain(Step step) {
    Title says = step.says();
    if (says != null) {
      return says.in(messages.locale());
    }
    Title title = step.title();
    if (title != null) {
      return title.in(messages.locale());
    }
    Leaf leaf = leaves.get(step.clause().path());
    if (leaf != null && leaf.kind() != Leaf.Kind.METRIC) {
      String field = words.fields().name(leaf.field());
      return leaf.kind() == Leaf.Kind.AGE ? messages.text("explaining.step.age", field) : field;
    }
    if (uses.names().contains(step.label())) {
      return words.metrics().name(uses.use(step.label()));
    }
    return OWN.contains(step.label())
        ? messages.text("explaining.step." + step.label())
        : step.label();
  }

  private Unit unit(Step step) {
    Leaf leaf = leaves.get(step.clause().path());
    if (leaf != null && leaf.kind() != Leaf.Kind.METRIC) {
      return leaf.kind() == Leaf.Kind.AGE ? Unit.DAYS : words.fields().unit(leaf.field());
    }
    return uses.names().contains(step.label())
        ? words.metrics().unit(uses.use(step.label()))
        : Unit.NUMBER;
  }

  /** What was found; empty where a step has no value of its own. */
  String value(Step step) {
    if (step.value().isMissing()) {
      boolean nothing = isGroup(step) || (step.points() != null && step.days() == null);
      boolean standing = step.label().equals("tier") || step.label().equals("badge");
      return nothing
          ? ""
          : messages.text(standing ? "explaining.step.none" : "explaining.step.missing");
    }
    if (isPoints(step)) {
      return step.value()
          .findNumber()
          .map(number -> Numbers.score(number, limits(step)))
          .orElse("");
    }
    String parts = numbers.parts(step.value());
    String value = named(step, step.value(), step.thresholds());
    return parts.isEmpty() ? value : messages.text("explaining.step.parts", value, parts);
  }

  private static Fraction[] limits(Step step) {
    return step.thresholds().stream()
        .flatMap(each -> each.findNumber().stream())
        .toArray(Fraction[]::new);
  }

  /** A score or points, which always have two decimals. */
  private static boolean isPoints(Step step) {
    return step.label().equals("score") || isFloor(step);
  }

  private String named(Step step, Value value, List<Value> beside) {
    if (value instanceof Value.Text(String text)) {
      return switch (step.label()) {
        case "tier" -> words.tier(text);
        case "badge" -> words.badge(text);
        case "missed" -> messages.text("explaining.step.missed." + text);
        default -> {
          Leaf leaf = leaves.get(step.clause().path());
          yield leaf != null && leaf.kind() == Leaf.Kind.FIELD
              ? words.fields().value(leaf.field(), text)
              : text;
        }
      };
    }
    return numbers.value(value, unit(step), beside);
  }

  /** What was asked, with the sign that reasons have: {@code >= 80%}. */
  String asked(Step step) {
    String comparison = step.comparison();
    if (step.thresholds().size() > 1 && comparison.startsWith("in [")) {
      return "in ["
          + step.thresholds().stream()
              .map(each -> named(step, each, List.of()))
              .collect(Collectors.joining(", "))
          + "]";
    }
    if (isPoints(step)
        || step.thresholds().size() != 1
        || !ONE_NUMBER.matcher(comparison).matches()) {
      return comparison;
    }
    String sign = comparison.substring(0, comparison.indexOf(' '));
    return sign + " " + named(step, step.thresholds().getFirst(), List.of());
  }

  String verdict(Step step) {
    Verdict verdict = step.verdict();
    return verdict == null
        ? ""
        : messages.text("explaining.verdict." + verdict.name().toLowerCase(Locale.ROOT));
  }

  /** {@code 16.67 of 50.00}; empty of what earns nothing. */
  String points(Step step) {
    if (step.points() == null) {
      return "";
    }
    return step.possible() == null || step.possible().signum() == 0
        ? Numbers.score(step.points())
        : messages.text(
            "explaining.step.points", Numbers.score(step.points()), Numbers.score(step.possible()));
  }

  /** {@code 2020-10-01..2020-10-31 (31 days)}; empty without. */
  String days(@Nullable DayRange days) {
    if (days == null || days.isEmpty()) {
      return "";
    }
    long length = ChronoUnit.DAYS.between(days.first(), days.last()) + 1;
    return days.first().getYear() <= 1
        ? messages.text("explaining.days.ever", days.last())
        : messages.text("explaining.days", days.first(), days.last(), length);
  }

  /** A clause with all that is known of it, as a sentence beneath its quotation. */
  String sentence(Step step) {
    StringBuilder text = new StringBuilder(label(step));
    append(text, " ", value(step));
    append(text, messages.text("explaining.step.in"), days(step.days()));
    if (!step.comparison().isEmpty()) {
      append(
          text,
          messages.text("explaining.step.comma"),
          messages.text("explaining.step.asked", asked(step)));
    }
    append(text, messages.text("explaining.step.colon"), verdict(step));
    if (step.points() != null) {
      append(
          text,
          messages.text("explaining.step.colon"),
          messages.text("explaining.step.earned", points(step)));
    }
    return text.toString();
  }

  /** The same in a few words: {@code score 24.35, asked >= 55.00}. */
  String brief(Step step) {
    StringBuilder text = new StringBuilder(label(step));
    append(text, " ", value(step));
    if (!step.comparison().isEmpty()) {
      append(
          text,
          messages.text("explaining.step.comma"),
          messages.text("explaining.step.asked", asked(step)));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String before, String more) {
    if (!more.isEmpty()) {
      text.append(before).append(more);
    }
  }

  /** A condition made of others, which says nothing that they do not. */
  static boolean isGroup(Step step) {
    return step.value().isMissing()
        && step.comparison().isEmpty()
        && step.points() == null
        && step.days() == null;
  }

  /** A metric as people call it, in the middle of a sentence. */
  String name(Metric.Use use) {
    String name = words.metrics().name(use);
    boolean isWord =
        name.length() > 1
            && Character.isUpperCase(name.charAt(0))
            && Character.isLowerCase(name.charAt(1));
    return isWord && messages.locale().equals(Locale.ENGLISH)
        ? Character.toLowerCase(name.charAt(0)) + name.substring(1)
        : name;
  }
}
