package dev.partnerops.importing;

import java.io.BufferedInputStream;
import java.io.IOException;

/** How a file is packed, by its first bytes. */
enum Compression {
  NONE,
  GZIP,
  ZSTD;

  static Compression of(BufferedInputStream stream) throws IOException {
    stream.mark(4);
    byte[] start = stream.readNBytes(4);
    stream.reset();
    if (start.length >= 2 && start[0] == (byte) 0x1f && start[1] == (byte) 0x8b) {
      return GZIP;
    }
    boolean zstd =
        start.length == 4
            && start[0] == (byte) 0x28
            && start[1] == (byte) 0xb5
            && start[2] == (byte) 0x2f
            && start[3] == (byte) 0xfd;
    return zstd ? ZSTD : NONE;
  }
}
