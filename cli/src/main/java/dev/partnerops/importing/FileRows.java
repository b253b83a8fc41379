package dev.partnerops.importing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The rows of one file until the last of them is known, since any may have a twin further down
 * (RULES 8). The rows themselves wait in a scratch file; memory holds some 40 bytes a row. Hashes
 * only find candidates: keys and contents are compared as they are.
 */
final class FileRows implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path scratch;
  private final RandomAccessFile file;
  private final boolean lastWins;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(BUFFER_BYTES);
  private long written;

  private int count;
  private long[] offsets = new long[1024];

  /** For each row the first of its key. */
  private int[] firsts = new int[1024];

  private long[] hashes = new long[2048];
  private int[] slots = new int[2048];
  private int used;

  /** By the first of a key: a row that says something else, or with last wins the last row. */
  private final Map<Integer, Integer> others = new HashMap<>();

  private final BitSet unlike = new BitSet();

  FileRows(Path scratchFolder, boolean lastWins) {
    this.lastWins = lastWins;
    try {
      scratch = Files.createTempFile(scratchFolder, "rows", ".tmp");
      file = new RandomAccessFile(scratch.toFile(), "rw");
    } catch (IOException e) {
      throw ScratchFolder.failure(e);
    }
  }

  /** A row that waits: as read, what names it, and everything it says. */
  record Waiting(CsvRecord record, String key, String content) {}

  /** What became of a row among its twins. */
  enum Settled {
    COUNTS,
    /** Another row of the file says it, or says it last. */
    REPEATED,
    /** Another row of the file says something else of the same key. */
    UNLIKE
  }

  int count() {
    return count;
  }

  void add(Waiting row) {
    int index = count++;
    if (index == offsets.length) {
      offsets = Arrays.copyOf(offsets, index * 2);
      firsts = Arrays.copyOf(firsts, index * 2);
    }
    offsets[index] = append(row);
    firsts[index] = first(row, index);
    int first = firsts[index];
    if (first == index) {
      return;
    }
    if (lastWins) {
      others.put(first, index);
    } else if (!get(first).content().equals(row.content())) {
      unlike.set(first);
      others.putIfAbsent(first, index);
    }
  }

  Settled settled(int index) {
    int first = firsts[index];
    if (unlike.get(first)) {
      return Settled.UNLIKE;
    }
    int counts = lastWins ? others.getOrDefault(first, first) : first;
    return counts == index ? Settled.COUNTS : Settled.REPEATED;
  }

  /** A line that says something else of the same key. */
  long otherLine(int index) {
    int first = firsts[index];
    return get(first == index ? others.getOrDefault(first, first) : first).record().line();
  }

  private int first(Waiting row, int index) {
    if (used * 2 > hashes.length) {
      grow();
    }
    long hash = hash(row.key());
    int slot = slot(hash);
    while (slots[slot] != 0) {
      int candidate = slots[slot] - 1;
      if (hashes[slot] == hash && get(candidate).key().equals(row.key())) {
        return candidate;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    hashes[slot] = hash;
    slots[slot] = index + 1;
    used++;
    return index;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldSlots = slots;
    hashes = new long[oldHashes.length * 2];
    slots = new int[oldSlots.length * 2];
    for (int i = 0; i < oldSlots.length; i++) {
      if (oldSlots[i] != 0) {
        int slot = slot(oldHashes[i]);
        while (slots[slot] != 0) {
          slot = (slot + 1) & (slots.length - 1);
        }
        hashes[slot] = oldHashes[i];
        slots[slot] = oldSlots[i];
      }
    }
  }

  private int slot(long hash) {
    return (int) (hash ^ (hash >>> 32)) & (slots.length - 1);
  }

  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  private long append(Waiting row) {
    long offset = written + buffer.size();
    try {
      ByteArrayOutputStream encoded = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(encoded);
      out.writeLong(row.record().line());
      out.writeInt(row.record().cells().length);
      for (String cell : row.record().cells()) {
        write(out, cell);
      }
      write(out, row.key());
      write(out, row.content());
      buffer.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(encoded.size()).array());
      encoded.writeTo(buffer);
      if (buffer.size() >= BUFFER_BYTES) {
        flush();
      }
      return offset;
    } catch (IOException e) {
      throw ScratchFolder.failure(e);
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private void flush() throws IOException {
    file.seek(written);
    file.write(buffer.toByteArray());
    written += buffer.size();
    buffer.reset();
  }

  Waiting get(int index) {
    try {
      if (offsets[index] >= written) {
        flush();
      }
      file.seek(offsets[index]);
      byte[] bytes = new byte[file.readInt()];
      file.readFully(bytes);
      ByteBuffer in = ByteBuffer.wrap(bytes);
      long line = in.getLong();
      String[] cells = new String[in.getInt()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = read(in);
      }
      return new Waiting(new CsvRecord(line, cells, false), read(in), read(in));
    } catch (IOException e) {
      throw ScratchFolder.failure(e);
    }
  }

  private static String read(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      file.close();
      Files.deleteIfExists(scratch);
    } catch (IOException e) {
      throw ScratchFolder.failure(e);
    }
  }
}
