package dev.partnerops.importing;

import java.nio.ByteBuffer;

/**
 * How many line ends a block of bytes has, and after how many of them the first line begins that is
 * UTF-8 beyond doubt: not ASCII alone, no byte out of place, and at least two characters of three
 * bytes, which text in GB18030 hardly ever resembles; -1 where there is none.
 */
record Utf8Lines(int count, int firstUtf8) {

  private static final int ENOUGH = 2;

  /**
   * @param fromMidLine the block begins within a line, which is not looked at
   */
  static Utf8Lines in(ByteBuffer block, boolean fromMidLine) {
    int count = 0;
    int first = -1;
    int start = block.position();
    for (int i = block.position(); i < block.limit(); i++) {
      if (block.get(i) == '\n') {
        if (first < 0 && (count > 0 || !fromMidLine) && isUtf8(block, start, i)) {
          first = count;
        }
        count++;
        start = i + 1;
      }
    }
    return new Utf8Lines(count, first);
  }

  private static boolean isUtf8(ByteBuffer block, int from, int to) {
    int wide = 0;
    int at = from;
    while (at < to) {
      int lead = block.get(at) & 0xff;
      int more =
          lead < 0x80
              ? 0
              : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1;
      if (more < 0 || at + more >= to) {
        return false;
      }
      for (int i = 1; i <= more; i++) {
        if ((block.get(at + i) & 0xc0) != 0x80) {
          return false;
        }
      }
      wide += more == 2 ? 1 : 0;
      at += more + 1;
    }
    return wide >= ENOUGH;
  }
}
