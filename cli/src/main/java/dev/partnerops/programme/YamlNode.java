package dev.partnerops.programme;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a YAML file says, with the line (from 1) of every part; aliases are already replaced by what
 * they name. Types are those of the YAML 1.2 core schema, decimals exact, and of SPEC section 4:
 * {@code 5%} is 0.05, {@code 2020-09-01} a day. Quoted text is text, whatever it looks like.
 */
public sealed interface YamlNode {

  int line();

  /**
   * Keys in the order of the file, each once: {@link YamlFile} reports a second one and drops it.
   */
  record Mapping(List<Entry> entries, int line) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** What stands under a key; empty where the key is absent. An empty value is a null scalar. */
    public Optional<YamlNode> find(String key) {
      return entries.stream()
          .filter(entry -> entry.key().equals(key))
          .map(Entry::value)
          .findFirst();
    }
  }

  /** A key, the line it stands on, and its value. */
  record Entry(String key, int line, YamlNode value) {}

  record Sequence(List<YamlNode> items, int line) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** A text as written; {@code plain} without quotes, and only then anything but a text. */
  record Scalar(String text, boolean plain, int line) implements YamlNode {

    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,40}");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]{1,40}");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,40}");
    private static final Pattern DECIMAL =
        Pattern.compile("[-+]?(\\.[0-9]{1,40}|[0-9]{1,40}(\\.[0-9]{0,40})?)([eE][-+]?[0-9]{1,2})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** {@code null}, {@code ~} or nothing at all. */
    public boolean isNull() {
      return plain
          && switch (text) {
            case "", "~", "null", "Null", "NULL" -> true;
            default -> false;
          };
    }

    /** {@code true} or {@code false}; {@code yes} and {@code NO} are texts. */
    public Optional<Boolean> findFlag() {
      if (!plain) {
        return Optional.empty();
      }
      return switch (text) {
        case "true", "True", "TRUE" -> Optional.of(true);
        case "false", "False", "FALSE" -> Optional.of(false);
        default -> Optional.empty();
      };
    }

    /**
     * The exact number, {@code 5%} as 0.05; empty for texts and for numbers of more than 40 digits.
     */
    public Optional<Fraction> findNumber() {
      if (!plain) {
        return Optional.empty();
      }
      if (WHOLE.matcher(text).matches()) {
        return Optional.of(Fraction.of(new BigDecimal(text)));
      }
      if (OCTAL.matcher(text).matches()) {
        return Optional.of(new Fraction(new BigInteger(text.substring(2), 8), BigInteger.ONE));
      }
      if (HEXADECIMAL.matcher(text).matches()) {
        return Optional.of(new Fraction(new BigInteger(text.substring(2), 16), BigInteger.ONE));
      }
      boolean percent = isPercent();
      Matcher decimal = DECIMAL.matcher(percent ? text.substring(0, text.length() - 1) : text);
      if (!decimal.matches()) {
        return Optional.empty();
      }
      Fraction number = Fraction.of(new BigDecimal(decimal.group()));
      return Optional.of(percent ? number.dividedBy(Fraction.of(100)) : number);
    }

    /** Whether it is written as a share: {@code 5%}. */
    public boolean isPercent() {
      return plain && text.endsWith("%");
    }

    /**
     * A day written {@code 2020-09-01}; empty for everything else and for days that do not exist.
     */
    public Optional<LocalDate> findDay() {
      if (!plain || !DAY.matcher(text).matches()) {
        return Optional.empty();
      }
      try {
        return Optional.of(LocalDate.parse(text));
      } catch (DateTimeException noSuchDay) {
        return Optional.empty();
      }
    }

    /** The value by its type; null is {@link Value#missing()}. */
    public Value value() {
      if (isNull()) {
        return Value.missing();
      }
      Optional<Value> typed =
          findFlag()
              .<Value>map(Value.Flag::new)
              .or(() -> findNumber().map(Value.Numeric::new))
              .or(() -> findDay().map(Value.Day::new));
      return typed.orElseGet(() -> Value.ofText(text));
    }
  }
}
