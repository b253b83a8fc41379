package dev.partnerops.ledger;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plain values as texts and back, exactly: what packed rows hold. Nothing is the empty text. */
final class Texts {

  private static final char SEPARATOR = '\u001f';
  private static final char INNER = '\u001e';

  private Texts() {}

  static String of(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  static String of(Fraction fraction) {
    return fraction.isWhole()
        ? fraction.numerator().toString()
        : fraction.numerator() + "/" + fraction.denominator();
  }

  static Fraction fraction(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new Fraction(new BigInteger(text), BigInteger.ONE)
        : new Fraction(
            new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
  }

  static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  static @Nullable Integer whole(String text) {
    return text.isEmpty() ? null : Integer.valueOf(text);
  }

  /**
   * With its type in the first letter: {@code n60}, {@code r3:463}, {@code tgold}, {@code
   * d2020-10-01}.
   */
  static String of(Value value) {
    return switch (value) {
      case Value.Missing missing -> "";
      case Value.Numeric(Fraction number) -> "n" + of(number);
      case Value.Rate(Fraction numerator, Fraction denominator) ->
          "r" + of(numerator) + ":" + of(denominator);
      case Value.Text(String text) -> "t" + text;
      case Value.Day(LocalDate day) -> "d" + day;
      case Value.Flag(boolean flag) -> "f" + flag;
    };
  }

  static Value value(String text) {
    if (text.isEmpty()) {
      return Value.missing();
    }
    String content = text.substring(1);
    return switch (text.charAt(0)) {
      case 'n' -> new Value.Numeric(fraction(content));
      case 'r' -> {
        int colon = content.indexOf(':');
        yield new Value.Rate(
            fraction(content.substring(0, colon)), fraction(content.substring(colon + 1)));
      }
      case 't' -> new Value.Text(content);
      case 'd' -> new Value.Day(LocalDate.parse(content));
      case 'f' -> new Value.Flag(Boolean.parseBoolean(content));
      default -> throw new IllegalArgumentException("no value begins with " + text.charAt(0));
    };
  }

  /** CRC-32C of a text. */
  static long checksum(String text) {
    return PackedRows.checksum(text.getBytes(StandardCharsets.UTF_8));
  }

  static String join(List<String> texts) {
    return String.join(String.valueOf(SEPARATOR), texts);
  }

  static List<String> split(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(String.valueOf(SEPARATOR), -1));
  }

  /** In the order of the keys, so that the same map gives the same text. */
  static String join(Map<String, ?> map) {
    List<String> entries = new ArrayList<>();
    new TreeMap<>(map).forEach((key, value) -> entries.add(key + INNER + value));
    return join(entries);
  }

  static Map<String, String> map(String text) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String entry : split(text)) {
      int inner = entry.indexOf(INNER);
      map.put(entry.substring(0, inner), entry.substring(inner + 1));
    }
    return map;
  }
}
