package dev.partnerops.ledger;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Some thousand rows of texts as one value: by column, each column as the distinct texts and who
 * has which, deflated (RULES 23). The same rows give the same bytes.
 */
final class PackedRows {

  /** How many rows go into one value. */
  static final int ROWS_A_CHUNK = 16_384;

  private PackedRows() {}

  static byte[] pack(List<List<String>> rows, int columns) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
      out.writeInt(rows.size());
      out.writeInt(columns);
      for (int column = 0; column < columns; column++) {
        pack(rows, column, out);
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail to be written", e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static void pack(List<List<String>> rows, int column, DataOutputStream out)
      throws IOException {
    Map<String, Integer> places = new LinkedHashMap<>();
    int[] place = new int[rows.size()];
    for (int i = 0; i < place.length; i++) {
      Integer fresh = places.size();
      Integer known = places.putIfAbsent(rows.get(i).get(column), fresh);
      place[i] = known == null ? fresh : known;
    }
    out.writeInt(places.size());
    for (String text : places.keySet()) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(utf8.length);
      out.write(utf8);
    }
    for (int each : place) {
      out.writeShort(each);
    }
  }

  static List<List<String>> unpack(byte[] packed) {
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
      int rows = in.readInt();
      int columns = in.readInt();
      List<List<String>> unpacked = new ArrayList<>(rows);
      for (int i = 0; i < rows; i++) {
        unpacked.add(new ArrayList<>(columns));
      }
      for (int column = 0; column < columns; column++) {
        unpack(in, unpacked);
      }
      return unpacked;
    } catch (IOException e) {
      throw new ToolException.StoreDamaged(Message.of("ledger.chunk-damaged"), e);
    }
  }

  private static void unpack(DataInputStream in, List<List<String>> rows) throws IOException {
    String[] texts = new String[in.readInt()];
    for (int i = 0; i < texts.length; i++) {
      byte[] utf8 = new byte[in.readInt()];
      in.readFully(utf8);
      texts[i] = new String(utf8, StandardCharsets.UTF_8);
    }
    for (List<String> row : rows) {
      row.add(texts[in.readUnsignedShort()]);
    }
  }

  static long checksum(byte[] packed) {
    CRC32C crc = new CRC32C();
    crc.update(packed);
    return crc.getValue();
  }
}
