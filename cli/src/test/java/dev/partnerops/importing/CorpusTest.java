package dev.partnerops.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.Corpus;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Messages;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Files that nobody here wrote, read as they stand; skipped where there are none. */
final class CorpusTest {

  private static final Path DATA = Corpus.FOLDER;

  @BeforeEach
  void requireCorpus() {
    Corpus.require();
  }

  private static String outcome(Path file, Optional<Charset> charset) {
    try {
      Reading reading = Reading.of(file, charset);
      return reading.records().size()
          + " rows"
          + reading.assumed().map(assumed -> ", " + assumed).orElse("");
    } catch (ToolException.Input e) {
      return new Messages(Locale.ENGLISH).text(e.text());
    }
  }

  @Test
  void agreesWithCsvSpectrum() throws IOException {
    try (Stream<Path> files = Files.list(DATA.resolve("csv/csv-spectrum/csvs"))) {
      List<Path> all = files.sorted().toList();
      assertThat(all).hasSize(12);
      for (Path file : all) {
        String name = file.getFileName().toString().replace(".csv", ".json");
        // The line ends of their CSVs were made plain on the way here, inside quotes too.
        String json =
            Files.readString(DATA.resolve("csv/csv-spectrum/json").resolve(name))
                .replace("\\r\\n", "\\n");
        Object expected = new Load(LoadSettings.builder().build()).loadFromString(json);
        Reading reading = Reading.of(file);
        List<Map<String, String>> found = new ArrayList<>();
        for (CsvRecord record : reading.records()) {
          Map<String, String> row = new LinkedHashMap<>();
          for (int i = 0; i < record.cells().length; i++) {
            row.put(reading.header().names().get(i), record.cells()[i]);
          }
          found.add(row);
        }
        if (name.equals("location_coordinates.json")) {
          // Their JSON is one object, and has another telephone number than their CSV.
          assertThat(found).hasSize(1);
          found.getFirst().put("Contact Phone Number", "1234567890");
          assertThat((Object) found.getFirst()).as(name).isEqualTo(expected);
        } else {
          assertThat((Object) found).as(name).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void readsEachEncodingAlike() {
    Path folder = DATA.resolve("csv/gb18030");
    List<List<String>> expected = Reading.of(folder.resolve("tmall_2000_utf8_bom.csv")).cells();
    assertThat(expected).hasSizeGreaterThan(1900);
    for (String name : List.of("gb18030", "gbk", "utf16le_bom")) {
      assertThat(Reading.of(folder.resolve("tmall_2000_" + name + ".csv")).cells())
          .as(name)
          .isEqualTo(expected);
    }
    assertThat(Reading.of(folder.resolve("rare_chars_gb18030.csv")).cells())
        .isEqualTo(Reading.of(folder.resolve("rare_chars_utf8.csv")).cells());
  }

  @Test
  void saysWhichEncodingItAssumed() {
    assertThat(encoded("tmall_2000_utf8_bom.csv")).isEqualTo("2000 rows");
    assertThat(encoded("tmall_2000_utf16le_bom.csv")).isEqualTo("2000 rows");
    assertThat(encoded("tmall_2000_gbk.csv")).isEqualTo("2000 rows, GB18030");
    assertThat(encoded("rare_chars_utf8.csv")).isEqualTo("7 rows");
    assertThat(encoded("rare_chars_gb18030.csv")).isEqualTo("7 rows, GB18030");
    assertThat(encoded("invalid_gb18030_truncated_lead.csv"))
        .isEqualTo(
            "invalid_gb18030_truncated_lead.csv:2: holds bytes that are not GB18030, as the text"
                + " before them is; save the file in one encoding, or name it with --charset");
    assertThat(encoded("mixed_utf8_and_gbk_rows.csv"))
        .isEqualTo(
            "mixed_utf8_and_gbk_rows.csv:2: this line is UTF-8 while others are GB18030; save the"
                + " file in one encoding, or name it with --charset");
  }

  private static String encoded(String name) {
    return outcome(DATA.resolve("csv/gb18030").resolve(name), Optional.empty());
  }

  @Test
  void readsTheGb18030ReportLikeItsTwin() {
    assertThat(Reading.of(DATA.resolve("tmall/tmall_order_report_gb18030.csv")).cells())
        .isEqualTo(Reading.of(DATA.resolve("tmall/tmall_order_report.csv")).cells());
  }

  @Test
  void survivesHostileFiles() throws IOException {
    Map<String, String> outcomes = new TreeMap<>();
    try (Stream<Path> files = Files.list(DATA.resolve("csv/hostile"))) {
      for (Path file : files.filter(each -> each.toString().contains(".csv")).toList()) {
        outcomes.put(file.getFileName().toString(), hostileOutcome(file));
      }
    }
    assertThat(outcomes.entrySet().stream().map(Object::toString))
        .containsExactly(
            "bom_in_middle.csv=1 rows",
            "bomb_1GiB_one_line.csv.gz=bomb_1GiB_one_line.csv.gz:2: a cell of more than 65536 bytes"
                + " stands here; shorten it, or name the delimiter with --delimiter",
            "dates.csv=10 rows",
            "duplicate_header.csv=duplicate_header.csv:1: the name amount stands over column 2 and"
                + " column 3; rename one of them",
            "empty_header.csv=empty_header.csv:1: column 2 of 3 has no name; name it, or delete it",
            "formula_injection.csv=9 rows",
            "header_only.csv=0 rows",
            "nul_bytes.csv=1 rows",
            "numbers.csv=11 rows",
            "only_bom.csv=empty",
            "path_traversal_ids.csv=8 rows",
            "ragged.csv=2 rows",
            "semicolon_decimal_comma.csv=2 rows",
            "terminal_escape.csv=11 rows",
            "truncated.csv.gz=truncated.csv.gz ends in the middle of its compressed data; copy it"
                + " again",
            "two_members.csv.gz=2 rows",
            "unterminated_quote.csv=unterminated_quote.csv:2: a quote opens here and never closes;"
                + " close it",
            "zero_bytes.csv=empty");
  }

  private static String hostileOutcome(Path file) {
    try {
      return outcome(file, Optional.empty());
    } catch (java.util.NoSuchElementException empty) {
      return "empty";
    }
  }
}
