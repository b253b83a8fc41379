package dev.partnerops.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.model.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One table with everything that breaks printers, in every format, each asserted whole. */
final class FormatTest {

  private static final String ESC = "\u001b[31m";
  private static final String BIDI = "\u202e";
  private static final String CSI = "\u009b2J";
  private static final String TAG = "\udb40\udc41";

  private static final ResultTable NASTY =
      new ResultTable(
          List.of(
              Column.text("id"),
              Column.text("text"),
              Column.money("money"),
              Column.count("count"),
              Column.score("score"),
              Column.number("rate"),
              Column.day("day"),
              new Column("flag", Column.Kind.FLAG)),
          List.of(
              row("007", "云帆女装", new Money(123456789), 1234567L, 60, rate(1, 3), day(1), true),
              row("7", "e\u0301te\u0301", new Money(-520), -3L, -1, rate(2, 3), day(2), false),
              row("a\tb", "one\r\ntwo", new Money(0), 0L, 0, rate(0, 0), null, null),
              row("\"q\"", "a,b|c\\d;e", null, null, null, null, day(3), null),
              row("=cmd", "=HYPERLINK(\"x\")", new Money(5), 5L, 99, rate(-1, 3), null, true),
              row("-5.20", "+1", new Money(-1), -1L, 100, rate(1, 1), null, null),
              row("@SUM", "\uff1dcmd", null, null, null, Value.missing(), null, null),
              row("\uff0b", "\uff0d1", null, null, null, null, null, null),
              row("\uff20", "\ttab", null, null, null, null, null, null),
              row(ESC + "red", BIDI + "txt.exe", null, null, null, null, null, null),
              row(CSI, "a" + TAG + "b", null, null, null, null, null, null),
              row("<b>", "[x](y) < 1 <= 2", null, null, null, null, null, null),
              row("", null, null, null, null, null, null, null)));

  private static List<@Nullable Object> row(@Nullable Object... cells) {
    Object[] typed = cells.clone();
    typed[4] = cells[4] instanceof Integer score ? Fraction.of(score, 7) : null;
    return Arrays.asList(typed);
  }

  private static Value rate(long numerator, long denominator) {
    return new Value.Rate(Fraction.of(numerator), Fraction.of(denominator));
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2020, 9, day);
  }

  private static String print(Format format, boolean header, boolean raw) {
    StringWriter text = new StringWriter();
    format.print(
        NASTY, new PrintOptions(header, raw), new Messages(Locale.ENGLISH), new PrintWriter(text));
    return text.toString();
  }

  /** The files beside hold what each format makes of it, byte for byte. */
  @ParameterizedTest
  @CsvSource({
    "TABLE, true, false, nasty.table",
    "MARKDOWN, true, false, nasty.md",
    "CSV, true, false, nasty.csv",
    "CSV, false, true, nasty.raw.csv",
    "TSV, true, false, nasty.tsv",
    "JSON, true, false, nasty.json",
    "NDJSON, true, false, nasty.ndjson"
  })
  void prints(Format format, boolean header, boolean raw, String file) throws IOException {
    try (InputStream expected = FormatTest.class.getResourceAsStream(file)) {
      assertThat(print(format, header, raw))
          .isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void printsNothingAsAnEmptyTable() {
    ResultTable empty = new ResultTable(List.of(Column.text("id")), List.of());
    for (Format format : Format.values()) {
      StringWriter text = new StringWriter();
      format.print(
          empty,
          new PrintOptions(true, false),
          new Messages(Locale.ENGLISH),
          new PrintWriter(text));
      assertThat(text.toString())
          .as(format.toString())
          .isEqualTo(
              switch (format) {
                case TABLE -> "id\n──\n";
                case MARKDOWN -> "| id |\n| --- |\n";
                case CSV, TSV -> "id\n";
                case JSON -> "[]\n";
                case NDJSON -> "";
              });
    }
  }

  @Test
  void roundsHalfUpAndNeverToMinusZero() {
    ResultTable halves =
        new ResultTable(
            List.of(Column.money("money"), Column.count("count"), Column.number("number")),
            List.of(
                List.of(decimal("0.005"), decimal("0.5"), decimal("0.0000005")),
                List.of(decimal("-0.005"), decimal("-0.5"), decimal("-0.0000005")),
                List.of(decimal("0.0049"), decimal("0.49"), decimal("0.00000049")),
                List.of(decimal("-0.0049"), decimal("-0.49"), decimal("-0.00000049"))));
    StringWriter text = new StringWriter();
    Format.CSV.print(
        halves,
        new PrintOptions(false, false),
        new Messages(Locale.ENGLISH),
        new PrintWriter(text));
    assertThat(text.toString())
        .isEqualTo("0.01,1,0.000001\n-0.01,-1,-0.000001\n0.00,0,0.000000\n0.00,0,0.000000\n");
  }

  @Test
  void givesWholeNumbersTheDecimalsOfTheirColumn() {
    ResultTable wholes =
        new ResultTable(
            Arrays.stream(Column.Kind.values()).map(kind -> new Column(kind.name(), kind)).toList(),
            List.of(Collections.nCopies(7, -1_200L)));
    StringWriter text = new StringWriter();
    Format.CSV.print(
        wholes, new PrintOptions(true, true), new Messages(Locale.ENGLISH), new PrintWriter(text));
    assertThat(text.toString())
        .isEqualTo(
            "TEXT,MONEY,SCORE,COUNT,NUMBER,DAY,FLAG\n"
                + "-1200,-1200.00,-1200.00,-1200,-1200.000000,-1200,-1200\n");
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
