package dev.partnerops.programme;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a test states of an entity: fields, metrics, standings and results. */
final class FactsReader {

  private static final String DIGITS = "(-?[0-9]{1,30}(?:\\.[0-9]{1,10})?)";
  private static final Pattern RATE = Pattern.compile(DIGITS + "/" + DIGITS);
  private static final Pattern PADDED = Pattern.compile("0[0-9]+");

  private final Reading reading;

  FactsReader(Reading reading) {
    this.reading = reading;
  }

  PolicyTest.Facts read(Section section) {
    return new PolicyTest.Facts(
        facts(section, "fields", FactsReader::field),
        facts(section, "metrics", FactsReader::value),
        others(section),
        before(section),
        number(section, "score"),
        text(section, "tier"),
        text(section, "badge"),
        feeBase(section));
  }

  /** How a plain cell is understood. */
  private interface Understanding {
    Value of(YamlNode.Scalar scalar);
  }

  /**
   * What a metric may be written as: {@code 3/463} and {@code 0/0} are rates, {@code missing} is
   * missing.
   */
  static Value value(YamlNode.Scalar scalar) {
    Matcher rate = RATE.matcher(scalar.text());
    if (scalar.plain() && rate.matches()) {
      return new Value.Rate(
          Fraction.of(new BigDecimal(rate.group(1))), Fraction.of(new BigDecimal(rate.group(2))));
    }
    return scalar.plain() && scalar.text().equals("missing") ? Value.missing() : scalar.value();
  }

  /** An id keeps the noughts it begins with. */
  private static Value field(YamlNode.Scalar scalar) {
    return PADDED.matcher(scalar.text()).matches() ? Value.ofText(scalar.text()) : scalar.value();
  }

  private Map<String, PolicyTest.Fact> facts(
      Section section, String key, Understanding understanding) {
    Map<String, PolicyTest.Fact> facts = new LinkedHashMap<>();
    for (YamlNode.Entry entry : entries(section, key)) {
      if (entry.value() instanceof YamlNode.Scalar scalar) {
        facts.put(entry.key(), new PolicyTest.Fact(understanding.of(scalar), entry.line()));
      } else {
        reading.wrong(entry.value(), section.path(key) + "." + entry.key(), "value");
      }
    }
    return facts;
  }

  private List<YamlNode.Entry> entries(Section section, String key) {
    Optional<YamlNode> node = section.find(key);
    return node.isEmpty() ? List.of() : reading.entries(node.get(), section.path(key));
  }

  private PolicyTest.@Nullable Fact number(Section section, String key) {
    Optional<Fraction> number = section.number(key);
    return number.isEmpty()
        ? null
        : new PolicyTest.Fact(new Value.Numeric(number.get()), section.line(key));
  }

  /** A name, or nothing where the file says {@code null}. */
  private PolicyTest.@Nullable Fact text(Section section, String key) {
    if (section.find(key).orElse(null) instanceof YamlNode.Scalar scalar && scalar.isNull()) {
      return new PolicyTest.Fact(Value.missing(), section.line(key));
    }
    Optional<String> text = section.text(key);
    return text.isEmpty() ? null : new PolicyTest.Fact(Value.ofText(text.get()), section.line(key));
  }

  private PolicyTest.@Nullable FeeBase feeBase(Section section) {
    Optional<YamlNode> node = section.find("fee_base");
    if (node.isEmpty()) {
      return null;
    }
    if (node.get() instanceof YamlNode.Sequence(List<YamlNode> items, int line)
        && items.size() == 2
        && items.get(0) instanceof YamlNode.Scalar before
        && items.get(1) instanceof YamlNode.Scalar after
        && before.findNumber().isPresent()
        && after.findNumber().isPresent()) {
      return new PolicyTest.FeeBase(before.findNumber().get(), after.findNumber().get());
    }
    reading.fault(section.line("fee_base"), "test.fee_base", section.path("fee_base"));
    return null;
  }

  private PolicyTest.Before before(Section section) {
    Optional<YamlNode> node = section.find("before");
    if (node.isEmpty()) {
      return PolicyTest.Before.NONE;
    }
    Section before =
        new Section(reading, node.get(), TestShape.BEFORE.words(), section.path("before"));
    Map<String, Integer> held = new LinkedHashMap<>();
    numbers(before, "held", true)
        .forEach((clause, times) -> held.put(clause, times.numerator().intValueExact()));
    return new PolicyTest.Before(
        text(before, "tier"),
        text(before, "badge"),
        before.whole("misses", 0).orElse(null),
        before.whole("rises", 0).orElse(null),
        before.day("exited_on").orElse(null),
        numbers(before, "granted", false),
        held);
  }

  private Map<String, PolicyTest.Other> others(Section section) {
    Map<String, PolicyTest.Other> others = new LinkedHashMap<>();
    for (YamlNode.Entry entry : entries(section, "others")) {
      String path = section.path("others") + "." + entry.key();
      if (entry.value() instanceof YamlNode.Scalar scalar && scalar.isNull()) {
        others.put(entry.key(), new PolicyTest.Other(true, "", "", null, null, Map.of(), Map.of()));
        continue;
      }
      Section other = new Section(reading, entry.value(), TestShape.OTHER.words(), path);
      others.put(
          entry.key(),
          new PolicyTest.Other(
              false,
              name(other, "tier"),
              name(other, "badge"),
              other.number("score").orElse(null),
              other.whole("rank", 1).orElse(null),
              numbers(other, "points", false),
              numbers(other, "granted", false)));
    }
    return others;
  }

  private String name(Section section, String key) {
    PolicyTest.Fact fact = text(section, key);
    return fact == null ? "" : fact.value().findText().orElse("");
  }

  /** Numbers by a name that need not be one of ours: a clause has brackets. */
  private Map<String, Fraction> numbers(Section section, String key, boolean counts) {
    Map<String, Fraction> numbers = new LinkedHashMap<>();
    Optional<YamlNode> node = section.find(key);
    if (node.isEmpty()) {
      return numbers;
    }
    if (!(node.get() instanceof YamlNode.Mapping mapping)) {
      reading.wrong(node.get(), section.path(key), "mapping");
      return numbers;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      Optional<Fraction> number =
          entry.value() instanceof YamlNode.Scalar scalar
              ? scalar.findNumber().filter(each -> !counts || isCount(each))
              : Optional.empty();
      if (number.isEmpty()) {
        reading.wrong(
            entry.value(), section.path(key) + "." + entry.key(), counts ? "whole" : "number");
      } else {
        numbers.put(entry.key(), number.get());
      }
    }
    return numbers;
  }

  private static boolean isCount(Fraction number) {
    BigInteger whole = number.numerator();
    return number.isWhole() && whole.signum() >= 0 && whole.bitLength() < Integer.SIZE - 1;
  }
}
