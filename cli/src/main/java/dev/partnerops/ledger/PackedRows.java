package dev.partnerops.ledger;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Some thousand rows of texts as one value: by column, each column as its name, the distinct texts
 * and who has which, deflated (RULES 23). The same rows give the same bytes.
 */
final class PackedRows {

  /** How many rows go into one value. */
  static final int ROWS_A_CHUNK = 16_384;

  /**
   * What packed rows begin with where their columns have names. Builds before knew columns by place
   * alone, and began with the number of rows.
   */
  private static final int NAMED = -1;

  private static final int BUFFER_BYTES = 1 << 14;

  private PackedRows() {}

  /** The columns in their order, all of the same height. */
  static byte[] pack(int rows, List<String> names, List<String[]> columns) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new DeflaterOutputStream(bytes, deflater), BUFFER_BYTES))) {
      out.writeInt(NAMED);
      out.writeInt(rows);
      out.writeInt(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        write(names.get(i), out);
        pack(columns.get(i), out);
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail to be written", e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static void pack(String[] texts, DataOutputStream out) throws IOException {
    Map<String, Integer> places = new LinkedHashMap<>();
    ByteBuffer place = ByteBuffer.allocate(texts.length * Short.BYTES);
    String before = null;
    int placeBefore = 0;
    for (String text : texts) {
      // Most columns repeat what stands above.
      if (!text.equals(before)) {
        Integer known = places.putIfAbsent(text, places.size());
        placeBefore = known == null ? places.size() - 1 : known;
        before = text;
      }
      place.putShort((short) placeBefore);
    }
    out.writeInt(places.size());
    for (String text : places.keySet()) {
      write(text, out);
    }
    out.write(place.array());
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  /**
   * The rows again.
   *
   * @param unnamed what so many columns are called that were written without names
   */
  static UnpackedRows unpack(byte[] packed, IntFunction<List<String>> unnamed) {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(
                new InflaterInputStream(new ByteArrayInputStream(packed)), BUFFER_BYTES))) {
      int first = in.readInt();
      boolean isNamed = first == NAMED;
      int rows = isNamed ? in.readInt() : first;
      int columns = in.readInt();
      List<String> names = isNamed ? new ArrayList<>(columns) : unnamed.apply(columns);
      List<UnpackedRows.Column> unpacked = new ArrayList<>(columns);
      for (int i = 0; i < columns; i++) {
        if (isNamed) {
          names.add(read(in));
        }
        unpacked.add(unpack(rows, in));
      }
      return new UnpackedRows(rows, names, unpacked);
    } catch (IOException e) {
      throw new ToolException.StoreDamaged(Message.of("ledger.chunk-damaged"), e);
    }
  }

  private static UnpackedRows.Column unpack(int rows, DataInputStream in) throws IOException {
    int distinct = in.readInt();
    List<String> texts = new ArrayList<>(distinct);
    for (int i = 0; i < distinct; i++) {
      texts.add(read(in));
    }
    byte[] bytes = new byte[rows * Short.BYTES];
    in.readFully(bytes);
    char[] places = new char[rows];
    ByteBuffer.wrap(bytes).asCharBuffer().get(places);
    return new UnpackedRows.Column(texts, places);
  }

  private static String read(DataInputStream in) throws IOException {
    byte[] utf8 = new byte[in.readInt()];
    in.readFully(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  static long checksum(byte[] packed) {
    CRC32C crc = new CRC32C();
    crc.update(packed);
    return crc.getValue();
  }
}
