package dev.partnerops.orders;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.util.zip.CRC32C;

/**
 * Binary values of the store with a CRC-32C of their key and content at the end, so that a flipped
 * bit or a value under the wrong key is noticed (RELIABILITY 4). Four zero bytes before it let a
 * reader fetch whole longs up to the end.
 */
final class Sealed {

  private static final int TAIL = 8;

  private Sealed() {}

  /** Content and an empty tail: to be sealed once its key is known. */
  static byte[] open(ByteWriter content) {
    content.putLong(0);
    return content.toArray();
  }

  static byte[] seal(ByteWriter content, long key) {
    return seal(open(content), key);
  }

  /** Fills the tail of what {@link #open} made; the same bytes. */
  static byte[] seal(byte[] bytes, long key) {
    ByteWriter.INT.set(bytes, bytes.length - 4, checksum(bytes, key));
    return bytes;
  }

  /** The same bytes, once they are what was sealed. */
  static byte[] check(byte[] bytes, long key, String place) {
    if (bytes.length < TAIL
        || (int) ByteWriter.INT.get(bytes, bytes.length - 4) != checksum(bytes, key)) {
      throw damaged(place);
    }
    return bytes;
  }

  static ToolException.StoreDamaged damaged(String place) {
    return new ToolException.StoreDamaged(Message.of("orders.damaged", place));
  }

  private static int checksum(byte[] bytes, long key) {
    CRC32C checksum = new CRC32C();
    byte[] head = new byte[8];
    ByteWriter.LONG.set(head, 0, key);
    checksum.update(head);
    checksum.update(bytes, 0, bytes.length - 4);
    return (int) checksum.getValue();
  }
}
