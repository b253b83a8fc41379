package dev.partnerops.importing;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.Reader;
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

  /** The records of a chunk, in order. */
  static List<CsvRecord> parse(TextChunk chunk, char delimiter) {
    List<CsvRecord> records = new ArrayList<>(chunk.records());
    for (CSVRecord record :
        parse(new CharArrayReader(chunk.text(), 0, chunk.length()), delimiter)) {
      int index = records.size();
      records.add(new CsvRecord(chunk.lines()[index], record.values(), chunk.broken().get(index)));
    }
    if (records.size() != chunk.records()) {
      throw new IllegalStateException(
          "splitter saw " + chunk.records() + " records, parser " + records.size());
    }
    return records;
  }

  /** The cells of one record. */
  static String[] cells(String record, char delimiter) {
    List<CSVRecord> records = parse(new StringReader(record), delimiter);
    return records.isEmpty() ? new String[0] : records.getFirst().values();
  }

  private static List<CSVRecord> parse(Reader text, char delimiter) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setIgnoreEmptyLines(true)
            // The splitter has marked records with text after a closing quote; they become rejects.
            .setTrailingData(true)
            .setLenientEof(true)
            .get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
