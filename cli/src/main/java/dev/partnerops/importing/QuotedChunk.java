package dev.partnerops.importing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Records of which some have quotes in them: those are for a parser.
 *
 * @param lines the physical line, from 1, on which each record begins; the first {@code records}
 *     count
 * @param broken the records in which text follows a closing quote
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or shown
record QuotedChunk(byte[] text, long[] lines, int records, BitSet broken) implements Chunk {

  @Override
  public List<CsvRecord> records(char delimiter) {
    List<CsvRecord> read = new ArrayList<>(records);
    for (String[] cells : CsvRecords.all(new String(text, StandardCharsets.UTF_8), delimiter)) {
      int index = read.size();
      read.add(new CsvRecord(lines[index], cells, broken.get(index)));
    }
    if (read.size() != records) {
      throw new IllegalStateException("scanned " + records + " records, parsed " + read.size());
    }
    return read;
  }
}
