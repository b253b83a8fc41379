package dev.partnerops.importing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Text to records: the one place where Commons CSV reads. */
final class CsvRecords {

  private CsvRecords() {}

  /** The cells of each record of a text, in order; empty lines are none. */
  static List<String[]> all(String text, char delimiter) {
    List<String[]> all = new ArrayList<>();
    parse(text, delimiter).forEach(record -> all.add(record.values()));
    return all;
  }

  /** The cells of one record. */
  static String[] cells(String record, char delimiter) {
    List<String[]> records = all(record, delimiter);
    return records.isEmpty() ? new String[0] : records.getFirst();
  }

  private static List<CSVRecord> parse(String text, char delimiter) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setIgnoreEmptyLines(true)
            // The scanner has marked records with text after a closing quote; they become rejects.
            .setTrailingData(true)
            .setLenientEof(true)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
