package dev.partnerops.programme;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link Setting}s: literals, {@code none}, tables and choices, each of the kind its place
 * asks for.
 */
final class SettingReader {

  /** Names a table may go by that are no field of the entity. */
  static final Set<String> RESULTS = Set.of("segment", "tier", "tier_before", "rank");

  private static final Pattern WHOLE_NUMBERS = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18}))?");

  private final Reading reading;
  private final WindowReader windows;
  private final ConditionReader conditions;

  SettingReader(Reading reading, WindowReader windows, ConditionReader conditions) {
    this.reading = reading;
    this.windows = windows;
    this.conditions = conditions;
  }

  /** What a place asks for. */
  enum Kind {
    NUMBER("number"),
    /** Percent of a weight, written 60. */
    PERCENT("percent"),
    /** A whole number of at least 1. */
    COUNT("count"),
    NAME("name"),
    DAY("day.point"),
    /** A length of time in days, kept as a number. */
    DAYS("days"),
    FLAG("flag"),
    /** A text, a number, a day or a flag: what a field can be compared with. */
    ANY("value");

    private final String expected;

    Kind(String expected) {
      this.expected = expected;
    }
  }

  /** What stands under a key; absent where the key is. */
  @Nullable Setting find(Section section, String key, Kind kind) {
    return section.has(key) ? read(section, key, kind) : null;
  }

  /**
   * What stands under a required key; a stand-in where it is missing, which the section has
   * reported.
   */
  Setting read(Section section, String key, Kind kind) {
    Optional<YamlNode> node = section.find(key);
    return node.isEmpty()
        ? new Setting.None(section.clause(key))
        : read(node.orElseThrow(), section.path(key), kind);
  }

  Setting read(YamlNode node, String path, Kind kind) {
    Clause clause = new Clause(path, node.line());
    if (node instanceof YamlNode.Mapping mapping) {
      if (mapping.find("when").isPresent()) {
        return choice(new Section(reading, node, Shape.CHOICE, path), kind);
      }
      if (mapping.find("by").isPresent() || mapping.find("rows").isPresent()) {
        return table(new Section(reading, node, Shape.TABLE, path), kind);
      }
    }
    if (!(node instanceof YamlNode.Scalar scalar)) {
      reading.wrong(node, path, kind.expected);
      return new Setting.None(clause);
    }
    return scalar.plain() && scalar.text().equals("none")
        ? new Setting.None(clause)
        : literal(scalar, clause, kind);
  }

  private Setting literal(YamlNode.Scalar scalar, Clause clause, Kind kind) {
    if (kind == Kind.DAY && scalar.findDay().isEmpty()) {
      Optional<Window.DayPoint> point = windows.day(scalar, clause.path());
      return point.isEmpty()
          ? new Setting.None(clause)
          : new Setting.DayOf(point.orElseThrow(), clause);
    }
    Value value = scalar.value();
    boolean fits =
        switch (kind) {
          case NUMBER -> value instanceof Value.Numeric;
          case PERCENT -> value instanceof Value.Numeric && !scalar.isPercent();
          case COUNT -> value instanceof Value.Numeric(Fraction n) && n.isWhole() && n.signum() > 0;
          case NAME -> value instanceof Value.Text(String text) && Reading.isName(text);
          case DAY -> value instanceof Value.Day;
          case DAYS -> days(scalar).isPresent();
          case FLAG -> value instanceof Value.Flag;
          case ANY -> !value.isMissing() && !Parameters.isParameter(scalar);
        };
    if (!fits) {
      reading.wrong(scalar, clause.path(), kind.expected);
      return new Setting.None(clause);
    }
    return new Setting.Literal(
        kind == Kind.DAYS ? Value.of(days(scalar).orElseThrow()) : value, clause);
  }

  private static Optional<Integer> days(YamlNode.Scalar scalar) {
    return WindowWords.length(scalar.text())
        .filter(length -> length.unit() == Length.Unit.DAYS)
        .map(Length::count);
  }

  private Setting choice(Section section, Kind kind) {
    return new Setting.Choice(
        conditions.read(section, "when"),
        read(section, "then", kind),
        read(section, "else", kind),
        section.clause());
  }

  private Setting table(Section section, Kind kind) {
    String by = section.name("by").orElse("");
    if (!by.isEmpty() && !RESULTS.contains(by)) {
      reading.field(section.line("by"), by);
    }
    List<Setting.Row> rows = new ArrayList<>();
    YamlNode node = section.find("rows").orElse(null);
    if (node instanceof YamlNode.Mapping(List<YamlNode.Entry> entries, int line)
        && !entries.isEmpty()) {
      for (YamlNode.Entry entry : entries) {
        rows.add(row(entry, section.path("rows"), kind));
      }
      refuseOverlaps(rows, section);
    } else if (node instanceof YamlNode.Mapping) {
      reading.fault(node.line(), "list.empty", section.path("rows"));
    } else if (node != null) {
      reading.wrong(node, section.path("rows"), "rows");
    }
    return new Setting.Table(by, rows, find(section, "else", kind), section.clause());
  }

  private Setting.Row row(YamlNode.Entry entry, String path, Kind kind) {
    Setting setting = read(entry.value(), path + "." + entry.key(), kind);
    Matcher numbers = WHOLE_NUMBERS.matcher(entry.key());
    if (!numbers.matches()) {
      return new Setting.Row(entry.key(), null, null, setting);
    }
    BigInteger from = new BigInteger(numbers.group(1));
    BigInteger to = numbers.group(2) == null ? from : new BigInteger(numbers.group(2));
    if (to.compareTo(from) < 0) {
      reading.fault(entry.line(), "rows.backwards", path, entry.key());
    }
    return new Setting.Row(entry.key(), from, to, setting);
  }

  private void refuseOverlaps(List<Setting.Row> rows, Section section) {
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (overlap(rows.get(j), rows.get(i))) {
          reading.fault(
              section.line("rows"),
              "rows.overlap",
              section.path("rows"),
              rows.get(j).key(),
              rows.get(i).key());
        }
      }
    }
  }

  private static boolean overlap(Setting.Row left, Setting.Row right) {
    BigInteger from = left.from();
    BigInteger to = left.to();
    BigInteger otherFrom = right.from();
    BigInteger otherTo = right.to();
    return from != null
        && to != null
        && otherFrom != null
        && otherTo != null
        && from.compareTo(otherTo) <= 0
        && otherFrom.compareTo(to) <= 0;
  }

  /** The same, absent where it is empty. */
  static @Nullable Fraction literal(@Nullable Setting setting) {
    return literalNumber(setting).orElse(null);
  }

  /** The number a literal says; empty for whatever depends on the entity. */
  static Optional<Fraction> literalNumber(@Nullable Setting setting) {
    return setting instanceof Setting.Literal(Value value, Clause clause)
        ? value.findNumber()
        : Optional.empty();
  }
}
