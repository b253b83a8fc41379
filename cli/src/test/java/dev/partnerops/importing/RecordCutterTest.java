package dev.partnerops.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerops.model.ToolException;
import dev.partnerops.output.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

final class RecordCutterTest {

  private static List<CsvRecord> records(String text) {
    RecordCutter cutter = cutter(text);
    List<CsvRecord> records = new ArrayList<>();
    Optional<Chunk> chunk = cutter.findNext();
    while (chunk.isPresent()) {
      records.addAll(chunk.get().records(','));
      chunk = cutter.findNext();
    }
    return records;
  }

  private static RecordCutter cutter(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new RecordCutter(
        "x.csv", new Utf8Bytes(new ByteArrayInputStream(bytes), Optional.empty()));
  }

  private static String failure(String text) {
    try {
      return records(text).size() + " records";
    } catch (ToolException.Input e) {
      return new Messages(Locale.ENGLISH).text(e.text());
    }
  }

  @Test
  void knowsTheLineOnWhichEachRecordBegins() {
    List<CsvRecord> records = records("a,b\r\n\r\n\"1\n\n2\",x\n\rc,\"d\r\ne\"\rf,g");
    assertThat(records.stream().map(record -> record.line() + " " + List.of(record.cells())))
        .containsExactly("1 [a, b]", "3 [1\n\n2, x]", "7 [c, d\r\ne]", "9 [f, g]");
  }

  @Test
  void marksTextAfterAClosingQuote() {
    List<CsvRecord> records = records("\"a\"x,b\n\"a\" ,b\n\"a\",b\na\"b\",c\n");
    assertThat(records.stream().map(CsvRecord::broken)).containsExactly(true, false, false, false);
    assertThat(records.get(3).cells()).containsExactly("a\"b\"", "c");
  }

  @Test
  void refusesAQuoteThatNeverCloses() {
    assertThat(failure("a,b\n\nc,\"never\nd,e\n"))
        .isEqualTo("x.csv:3: a quote opens here and never closes; close it");
  }

  @Test
  void boundsCells() {
    assertThat(failure("a," + "x".repeat(1 << 16) + "\n")).isEqualTo("1 records");
    assertThat(failure("a,b\na," + "x".repeat((1 << 16) + 1) + "\n"))
        .isEqualTo(
            "x.csv:2: a cell of more than 65536 bytes stands here; shorten it, or name the"
                + " delimiter with --delimiter");
    assertThat(failure("a,\"" + "x\n".repeat(1 << 16) + "\"\n"))
        .isEqualTo("x.csv:1: a quote opens here and does not close within 65536 bytes; close it");
  }

  @Test
  void boundsRecords() {
    String cell = "x".repeat(65_535) + ",";
    assertThat(failure("a\n" + cell.repeat(15) + "\n")).isEqualTo("2 records");
    assertThat(failure("a\n" + cell.repeat(17) + "\n"))
        .isEqualTo(
            "x.csv:2: a record of more than 1048576 bytes begins here; this is no CSV file, or a"
                + " quote never closes");
  }

  @Test
  void findsTheFirstRecordBeforeItsDelimiterIsKnown() {
    RecordCutter cutter = cutter("\n\r\n\"a\nb\";c\r\n1;2\n");
    assertThat(cutter.findFirst()).contains("\"a\nb\";c");
    cutter.useDelimiter(';');
    Chunk chunk = cutter.findNext().orElseThrow();
    assertThat(chunk.records(';').getFirst().line()).isEqualTo(5);
    assertThat(cutter("").findFirst()).isEmpty();
    assertThat(cutter("\r\n\n").findFirst()).isEmpty();
    assertThat(cutter("a;b").findFirst()).contains("a;b");
  }

  /** Any text gives the records that Commons CSV finds in the whole of it. */
  @Test
  void agreesWithTheParserOnAnyText() throws IOException {
    String[] pieces = {"a", "\"", "\"\"", ",", "\n", "\r", "\r\n", " ", "b\"c", "达人", "=", "\t"};
    Random random = new Random(42);
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).setTrailingData(true).get();
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(24); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      List<List<String>> expected = new ArrayList<>();
      try (CSVParser parser = CSVParser.parse(new StringReader(text.toString()), format)) {
        for (CSVRecord record : parser) {
          expected.add(record.toList());
        }
      } catch (IOException | java.io.UncheckedIOException unclosed) {
        assertThatThrownBy(() -> records(text.toString()))
            .as("%s", text)
            .isInstanceOf(ToolException.Input.class);
        continue;
      }
      assertThat(records(text.toString()).stream().map(record -> List.of(record.cells())))
          .as("<%s>", text)
          .isEqualTo(expected);
    }
  }

  /** Chunks end where records end, wherever the text is cut. */
  @Test
  void cutsLongTextsIntoChunks() {
    StringBuilder text = new StringBuilder();
    List<String> expected = new ArrayList<>();
    Random random = new Random(7);
    long line = 1;
    for (int i = 0; i < 60_000; i++) {
      String name = "x".repeat(random.nextInt(30)) + (i % 7 == 0 ? "\n" : "");
      text.append(i).append(",\"").append(name).append("\"\r\n");
      expected.add(line + " " + i + " " + name);
      line += i % 7 == 0 ? 2 : 1;
    }
    assertThat(
            records(text.toString()).stream()
                .map(record -> record.line() + " " + record.cells()[0] + " " + record.cells()[1]))
        .isEqualTo(expected);
  }
}
