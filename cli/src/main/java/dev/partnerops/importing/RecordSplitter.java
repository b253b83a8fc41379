package dev.partnerops.importing;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Cuts text at the ends of records, the way Commons CSV will see them, so that chunks can be parsed
 * apart and memory stays small: a record above 1 MiB or a cell above 64 KiB is refused before
 * anybody holds it (RULES, "Also part of the product"). Empty lines are no records.
 */
final class RecordSplitter {

  static final int MAX_RECORD = 1 << 20;
  static final int MAX_CELL = 1 << 16;
  private static final int CHUNK = 1 << 18;

  private enum State {
    FIELD_START,
    PLAIN,
    QUOTED,
    AFTER_QUOTE
  }

  private final String file;
  private final TextDecoder in;
  private char delimiter = ',';
  private char[] text = new char[CHUNK];
  private int at;
  private int limit;
  private boolean ended;
  private long line = 1;

  // of the record under way
  private State state = State.FIELD_START;
  private int recordStart;
  private int fieldStart;
  private long recordLine = 1;
  private long quoteLine;
  private boolean broken;

  // of the chunk under way
  private long[] lines = new long[1024];
  private int records;
  private BitSet brokenRecords = new BitSet();

  RecordSplitter(String file, TextDecoder in) {
    this.file = file;
    this.in = in;
  }

  /**
   * The first record, before the delimiter is known: up to the first line end outside quotes. Empty
   * for a file without any text.
   */
  Optional<String> findFirst() {
    boolean quoted = false;
    while (true) {
      for (; at < limit; at++) {
        char c = text[at];
        if (c == '"') {
          quoted = !quoted;
        } else if (c == '\n' || c == '\r') {
          boolean pair = c == '\r' && at + 1 < limit && text[at + 1] == '\n';
          if (c == '\r' && at + 1 == limit && !ended) {
            break;
          }
          line++;
          if (!quoted) {
            String first = new String(text, recordStart, at - recordStart);
            at += pair ? 2 : 1;
            beginRecord();
            if (!first.isEmpty()) {
              return Optional.of(first);
            }
            at--;
          } else if (pair) {
            at++;
          }
        }
      }
      if (ended) {
        String rest = new String(text, recordStart, limit - recordStart);
        beginRecord();
        return rest.isEmpty() ? Optional.empty() : Optional.of(rest);
      }
      requireBounded();
      fill();
    }
  }

  void useDelimiter(char found) {
    delimiter = found;
  }

  /** The next records; empty at the end of the file. */
  Optional<TextChunk> findNext() {
    int chunkStart = recordStart;
    while (true) {
      scan();
      if (!ended) {
        requireBounded();
        if (records > 0 && isFull()) {
          return Optional.of(cut(chunkStart));
        }
        chunkStart -= fill();
      } else {
        endFile();
        return records > 0 ? Optional.of(cut(chunkStart)) : Optional.empty();
      }
    }
  }

  private TextChunk cut(int chunkStart) {
    int length = recordStart - chunkStart;
    TextChunk chunk =
        new TextChunk(
            Arrays.copyOfRange(text, chunkStart, recordStart),
            length,
            lines,
            records,
            brokenRecords);
    lines = new long[Math.max(1024, records + records / 4)];
    records = 0;
    brokenRecords = new BitSet();
    return chunk;
  }

  /** A decoder wants room for a pair of surrogates. */
  private boolean isFull() {
    return text.length - limit < 2;
  }

  /** Makes room by dropping what was cut off, then reads on; how far the text moved. */
  private int fill() {
    int moved = isFull() ? recordStart : 0;
    if (moved > 0) {
      System.arraycopy(text, moved, text, 0, limit - moved);
      at -= moved;
      limit -= moved;
      fieldStart -= moved;
      recordStart = 0;
    } else if (isFull()) {
      text = Arrays.copyOf(text, text.length * 2);
    }
    try {
      int read = in.read(text, limit, text.length - limit);
      if (read < 0) {
        ended = true;
      } else {
        limit += read;
      }
      return moved;
    } catch (TextDecoder.Undecodable e) {
      long where = e.line() > 0 ? e.line() : line;
      throw new ToolException.Input(Message.of("importing.at-line", file, where, e.reason()), e);
    } catch (IOException e) {
      throw new ToolException.Input(
          Message.of("importing.file.unreadable", file, e.getClass().getSimpleName()), e);
    }
  }

  private void scan() {
    while (at < limit) {
      char c = text[at];
      switch (state) {
        case FIELD_START -> {
          if (c == '"') {
            state = State.QUOTED;
            quoteLine = line;
            at++;
          } else {
            state = State.PLAIN;
          }
        }
        case PLAIN -> {
          int i = at;
          while (i < limit && (c = text[i]) != delimiter && c != '\n' && c != '\r') {
            i++;
          }
          at = i;
          if (i == limit || !endField(c)) {
            return;
          }
        }
        case QUOTED -> {
          if (!scanQuoted()) {
            return;
          }
        }
        case AFTER_QUOTE -> {
          if (c == delimiter || c == '\n' || c == '\r') {
            if (!endField(c)) {
              return;
            }
          } else {
            broken |= c != ' ' && c != '\t' && c != '\u3000';
            at++;
          }
        }
      }
    }
  }

  /** To behind the quote that closes; false where more text is needed. */
  private boolean scanQuoted() {
    int i = at;
    for (; i < limit; i++) {
      char c = text[i];
      if (c == '"') {
        if (i + 1 == limit && !ended) {
          at = i;
          return false;
        }
        if (i + 1 < limit && text[i + 1] == '"') {
          i++;
        } else {
          at = i + 1;
          state = State.AFTER_QUOTE;
          return true;
        }
      } else if (c == '\n') {
        line++;
      } else if (c == '\r') {
        if (i + 1 == limit && !ended) {
          at = i;
          return false;
        }
        line += i + 1 < limit && text[i + 1] == '\n' ? 0 : 1;
      }
    }
    at = i;
    return true;
  }

  /** At a delimiter or line end; false where more text is needed to tell. */
  private boolean endField(char c) {
    if (c == '\r' && at + 1 == limit && !ended) {
      return false;
    }
    requireCell(at);
    if (c == delimiter) {
      at++;
      fieldStart = at;
      state = State.FIELD_START;
      return true;
    }
    int end = at;
    at += c == '\r' && at + 1 < limit && text[at + 1] == '\n' ? 2 : 1;
    line++;
    endRecord(end);
    return true;
  }

  private void endRecord(int end) {
    if (end > recordStart) {
      if (end - recordStart > MAX_RECORD) {
        throw tooLong("importing.record.long", recordLine, MAX_RECORD);
      }
      if (records == lines.length) {
        lines = Arrays.copyOf(lines, records * 2);
      }
      if (broken) {
        brokenRecords.set(records);
      }
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

  /** The last record may lack its line end. */
  private void endFile() {
    if (state == State.QUOTED) {
      throw new ToolException.Input(
          Message.of("importing.at-line", file, quoteLine, Message.of("importing.record.quote")));
    }
    if (at > recordStart) {
      requireCell(at);
      endRecord(at);
    }
  }

  private void requireBounded() {
    requireCell(limit);
    if (limit - recordStart > MAX_RECORD) {
      throw tooLong("importing.record.long", recordLine, MAX_RECORD);
    }
  }

  private void requireCell(int end) {
    if (end - fieldStart > MAX_CELL) {
      throw state == State.QUOTED
          ? tooLong("importing.record.cell-quoted", quoteLine, MAX_CELL)
          : tooLong("importing.record.cell", recordLine, MAX_CELL);
    }
  }

  private ToolException.Input tooLong(String key, long where, int limitOf) {
    return new ToolException.Input(
        Message.of("importing.at-line", file, where, Message.of(key, limitOf)));
  }
}
