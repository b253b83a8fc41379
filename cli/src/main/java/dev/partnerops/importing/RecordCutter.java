package dev.partnerops.importing;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts text at the ends of records, the way Commons CSV will see them, so that chunks can be read
 * apart and memory stays small: a record above 1 MiB or a cell above 64 KiB is refused before
 * anybody holds it (RULES, "Also part of the product").
 */
final class RecordCutter {

  private static final int CHUNK_BYTES = 1 << 18;

  private final String file;
  private final Utf8Bytes in;
  private char delimiter = ',';
  private byte[] text = new byte[CHUNK_BYTES];
  private int start;
  private int limit;
  private boolean ended;
  private long line = 1;

  RecordCutter(String file, Utf8Bytes in) {
    this.file = file;
    this.in = in;
  }

  /**
   * The first record, before the delimiter is known: up to the first line end outside quotes. Empty
   * for a file without any text.
   */
  Optional<String> findFirst() {
    int from = start;
    boolean quoted = false;
    while (true) {
      for (int at = from; at < limit; at++) {
        if (text[at] == '"') {
          quoted = !quoted;
        } else if (!quoted && (text[at] == '\n' || text[at] == '\r')) {
          if (at + 1 == limit && !ended) {
            break;
          }
          String first = text(at);
          begin(at + (text[at] == '\r' && at + 1 < limit && text[at + 1] == '\n' ? 2 : 1));
          if (!first.isEmpty()) {
            return Optional.of(first);
          }
          at = start - 1;
        }
        from = at + 1;
      }
      if (ended) {
        String rest = text(limit);
        begin(limit);
        return rest.isEmpty() ? Optional.empty() : Optional.of(rest);
      }
      requireBounded();
      int moved = start;
      fill();
      from -= moved;
    }
  }

  private String text(int end) {
    return new String(text, start, end - start, StandardCharsets.UTF_8);
  }

  private void begin(int next) {
    line += ByteScan.countLines(text, start, next);
    start = next;
  }

  void useDelimiter(char found) {
    delimiter = found;
  }

  /** The next records; empty at the end of the file. */
  Optional<Chunk> findNext() {
    while (true) {
      if (!ended) {
        fill();
      }
      if (start == limit) {
        return Optional.empty();
      }
      Optional<Chunk> next =
          ByteScan.find(text, start, limit, '"') == limit ? findPlain() : findQuoted();
      if (next.isPresent()) {
        return next;
      }
      requireBounded();
    }
  }

  private Optional<Chunk> findPlain() {
    int end = ended ? limit : lastLineEnd();
    if (end == start) {
      return Optional.empty();
    }
    Chunk chunk = new PlainChunk(file, Arrays.copyOfRange(text, start, end), line);
    begin(end);
    return Optional.of(chunk);
  }

  /** Behind the last line end; a {@code \r} that is the last byte may be half of one. */
  private int lastLineEnd() {
    int end = ByteScan.findLast(text, start, limit, '\n');
    return Math.max(end, ByteScan.findLast(text, Math.max(start, end), limit - 1, '\r'));
  }

  private Optional<Chunk> findQuoted() {
    RecordScanner scanner = new RecordScanner(file, delimiter, text, start, limit, line);
    int end = scanner.scan(ended);
    if (end == start) {
      return Optional.empty();
    }
    Chunk chunk = scanner.chunk();
    begin(end);
    return Optional.of(chunk);
  }

  /** Drops what was cut off, makes room where that is not enough, and reads until it is full. */
  private void fill() {
    System.arraycopy(text, start, text, 0, limit - start);
    limit -= start;
    start = 0;
    if (limit > text.length / 2) {
      text = Arrays.copyOf(text, text.length * 2);
    }
    try {
      while (limit < text.length && !ended) {
        int read = in.read(text, limit, text.length - limit);
        ended = read < 0;
        limit += Math.max(0, read);
      }
    } catch (Utf8Bytes.Undecodable e) {
      long where = e.line() > 0 ? e.line() : line + ByteScan.countLines(text, start, limit);
      throw RecordBounds.fault(file, where, e.reason());
    } catch (IOException e) {
      throw new ToolException.Input(
          Message.of("importing.file.unreadable", file, e.getClass().getSimpleName()), e);
    }
  }

  /** What has no end yet is one record; perhaps one cell of it is to blame. */
  private void requireBounded() {
    new RecordScanner(file, delimiter, text, start, limit, line).scan(false);
    if (limit - start > RecordBounds.RECORD_BYTES) {
      throw RecordBounds.recordTooLong(file, line);
    }
  }
}
