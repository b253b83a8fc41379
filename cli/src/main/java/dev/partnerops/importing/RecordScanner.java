package dev.partnerops.importing;

import dev.partnerops.model.Message;
import java.util.Arrays;
import java.util.BitSet;

/** Finds where records with quotes in them end, as the parser will see them. Of one use. */
final class RecordScanner {

  private enum State {
    FIELD_START,
    PLAIN,
    QUOTED,
    AFTER_QUOTE
  }

  private final String file;
  private final char delimiter;
  private final byte[] text;
  private final int start;
  private final int limit;
  private boolean ended;
  private int at;
  private long line;

  // of the record under way
  private State state = State.FIELD_START;
  private int recordStart;
  private int fieldStart;
  private long recordLine;
  private long quoteLine;
  private boolean broken;

  // of those found
  private long[] lines = new long[1024];
  private int records;
  private final BitSet brokenRecords = new BitSet();

  /** The text from {@code start}, where a record begins on that line, to {@code limit}. */
  RecordScanner(String file, char delimiter, byte[] text, int start, int limit, long line) {
    this.file = file;
    this.delimiter = delimiter;
    this.text = text;
    this.start = start;
    this.limit = limit;
    this.line = line;
    at = start;
    beginRecord();
  }

  /**
   * Finds all records that end here; behind the last of them.
   *
   * @param isLast the text ends the file: its last record may lack a line end
   */
  int scan(boolean isLast) {
    ended = isLast;
    while (at < limit && step()) {}
    if (ended) {
      endFile();
    } else {
      requireCell(limit);
    }
    return recordStart;
  }

  QuotedChunk chunk() {
    return new QuotedChunk(
        Arrays.copyOfRange(text, start, recordStart), lines, records, brokenRecords);
  }

  /** False where more text is needed to tell. */
  private boolean step() {
    return switch (state) {
      case FIELD_START -> {
        if (text[at] == '"') {
          state = State.QUOTED;
          quoteLine = line;
          at++;
        } else {
          state = State.PLAIN;
        }
        yield true;
      }
      case PLAIN -> {
        while (at < limit && !isFieldEnd(text[at])) {
          at++;
        }
        yield at < limit && endField();
      }
      case QUOTED -> scanQuoted();
      case AFTER_QUOTE -> {
        if (isFieldEnd(text[at])) {
          yield endField();
        }
        int blank = blank();
        broken |= blank == 0;
        at += Math.max(1, blank);
        yield true;
      }
    };
  }

  private boolean isFieldEnd(byte b) {
    return b == delimiter || b == '\n' || b == '\r';
  }

  /** Bytes of the blank that stands here, 0 where none does; U+3000 has three. */
  private int blank() {
    if (text[at] == ' ' || text[at] == '\t') {
      return 1;
    }
    boolean wide =
        at + 2 < limit
            && text[at] == (byte) 0xe3
            && text[at + 1] == (byte) 0x80
            && text[at + 2] == (byte) 0x80;
    return wide ? 3 : 0;
  }

  /** To behind the quote that closes; false where more text is needed. */
  private boolean scanQuoted() {
    for (; at < limit; at++) {
      byte b = text[at];
      if (b == '"') {
        if (at + 1 == limit && !ended) {
          return false;
        }
        if (at + 1 < limit && text[at + 1] == '"') {
          at++;
        } else {
          at++;
          state = State.AFTER_QUOTE;
          return true;
        }
      } else if (b == '\n') {
        line++;
      } else if (b == '\r') {
        if (at + 1 == limit && !ended) {
          return false;
        }
        line += at + 1 < limit && text[at + 1] == '\n' ? 0 : 1;
      }
    }
    return true;
  }

  /** At a delimiter or line end; false where more text is needed to tell. */
  private boolean endField() {
    byte b = text[at];
    if (b == '\r' && at + 1 == limit && !ended) {
      return false;
    }
    requireCell(at);
    if (b == delimiter) {
      at++;
      fieldStart = at;
      state = State.FIELD_START;
      return true;
    }
    int end = at;
    at += b == '\r' && at + 1 < limit && text[at + 1] == '\n' ? 2 : 1;
    line++;
    endRecord(end);
    return true;
  }

  private void endRecord(int end) {
    if (end > recordStart) {
      if (end - recordStart > RecordBounds.RECORD_BYTES) {
        throw RecordBounds.recordTooLong(file, recordLine);
      }
      if (records == lines.length) {
        lines = Arrays.copyOf(lines, records * 2);
      }
      brokenRecords.set(records, broken);
      lines[records++] = recordLine;
    }
    beginRecord();
  }

  private void beginRecord() {
    recordStart = at;
    fieldStart = at;
    recordLine = line;
    state = State.FIELD_START;
    broken = false;
  }

  private void endFile() {
    if (state == State.QUOTED) {
      throw RecordBounds.fault(file, quoteLine, Message.of("importing.record.quote"));
    }
    if (at > recordStart) {
      requireCell(at);
      endRecord(at);
    }
  }

  private void requireCell(int end) {
    if (end - fieldStart > RecordBounds.CELL_BYTES) {
      throw state == State.QUOTED || state == State.AFTER_QUOTE
          ? RecordBounds.quotedTooLong(file, quoteLine)
          : RecordBounds.cellTooLong(file, recordLine);
    }
  }
}
