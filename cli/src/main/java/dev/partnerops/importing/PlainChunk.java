package dev.partnerops.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Records without a quote in them: a line is a record and whatever stands between delimiters is a
 * cell, so there is nothing for a parser to do.
 *
 * @param line the physical line, from 1, on which the first begins
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or shown
record PlainChunk(String file, byte[] text, long line) implements Chunk {

  @Override
  public List<CsvRecord> records(char delimiter) {
    List<CsvRecord> records = new ArrayList<>();
    long at = line;
    int start = 0;
    int cells = 1;
    boolean returns = ByteScan.find(text, 0, text.length, '\r') < text.length;
    while (start < text.length) {
      int end = lineEnd(start, returns);
      if (end > start) {
        CsvRecord record = new CsvRecord(at, cells(delimiter, start, end, cells, at), false);
        cells = record.cells().length;
        records.add(record);
      }
      start = end + 1;
      start += end + 1 < text.length && text[end] == '\r' && text[end + 1] == '\n' ? 1 : 0;
      at++;
    }
    return records;
  }

  private int lineEnd(int from, boolean returns) {
    int newline = ByteScan.find(text, from, text.length, '\n');
    int end = returns ? ByteScan.find(text, from, newline, '\r') : newline;
    if (end - from > RecordBounds.RECORD_BYTES) {
      throw RecordBounds.recordTooLong(file, line + ByteScan.countLines(text, 0, from));
    }
    return end;
  }

  /**
   * @param expected as many as the record before had
   */
  private String[] cells(char delimiter, int from, int to, int expected, long at) {
    String[] cells = new String[expected];
    int count = 0;
    int start = from;
    while (start <= to) {
      int end = ByteScan.find(text, start, to, delimiter);
      if (end - start > RecordBounds.CELL_BYTES) {
        throw RecordBounds.cellTooLong(file, at);
      }
      if (count == cells.length) {
        cells = Arrays.copyOf(cells, count * 2);
      }
      cells[count++] =
          end == start ? "" : new String(text, start, end - start, StandardCharsets.UTF_8);
      start = end + 1;
    }
    return count == cells.length ? cells : Arrays.copyOf(cells, count);
  }
}
