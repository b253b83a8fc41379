package dev.partnerops.importing;

import dev.partnerops.model.Message;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file as UTF-8, strictly. The file's encoding is the one asked for, else that of the
 * byte order mark, else UTF-8, else GB18030 (which GBK is part of): decided at the first bytes that
 * are not ASCII. Bytes that the encoding does not know are never replaced.
 */
final class Utf8Bytes implements Closeable {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int BLOCK_BYTES = 1 << 16;

  private final InputStream in;
  private final boolean given;
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES).flip();
  private final CharBuffer characters = CharBuffer.allocate(BLOCK_BYTES);
  private ByteBuffer encoded = ByteBuffer.allocate(0);
  private @Nullable CharsetDecoder decoder;
  private boolean marked;
  private boolean started;
  private boolean ended;

  /** So many bytes of the block are sound UTF-8 that a target had no room for, maybe mid-letter. */
  private int sound;

  /** The line at which the block begins; counted as long as the file may mix encodings. */
  private long line = 1;

  private boolean mayMix;

  Utf8Bytes(InputStream in, Optional<Charset> given) {
    this.in = in;
    this.given = given.isPresent();
    this.decoder = given.map(Utf8Bytes::strict).orElse(null);
  }

  /** Text that cannot be decoded; the line is that of the reader where it is 0. */
  static final class Undecodable extends IOException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialized
    private final Message reason;

    private final long line;

    Undecodable(Message reason, long line) {
      super(reason.key());
      this.reason = reason;
      this.line = line;
    }

    Message reason() {
      return reason;
    }

    long line() {
      return line;
    }
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The encoding that was assumed without being told, where it is not UTF-8. */
  Optional<Charset> findAssumed() {
    return given || marked || decoder == null || decoder.charset().equals(StandardCharsets.UTF_8)
        ? Optional.empty()
        : Optional.of(decoder.charset());
  }

  /** As {@link InputStream#read(byte[], int, int)}; what stands before a fault comes first. */
  int read(byte[] target, int offset, int length) throws IOException {
    if (!started) {
      started = true;
      fill();
      skipMark();
    }
    int read = 0;
    while (read == 0) {
      if (encoded.hasRemaining()) {
        read = pass(encoded, encoded.remaining(), target, offset, length);
      } else if (block.hasRemaining()) {
        read = pass(target, offset, length);
      } else if (ended) {
        return -1;
      } else {
        fill();
      }
    }
    return read;
  }

  /** Something of the block; 0 where it has to be filled or turned into UTF-8 first. */
  private int pass(byte[] target, int offset, int length) throws IOException {
    if (sound > 0) {
      int passed = pass(block, sound, target, offset, length);
      sound -= passed;
      return passed;
    }
    int start = block.position();
    int ascii = ByteScan.findNonAscii(block.array(), start, block.limit()) - start;
    if (decoder == null) {
      if (ascii == 0) {
        fill();
        decide();
        return 0;
      }
      int passed = pass(block, ascii, target, offset, length);
      line += ByteScan.count(target, offset, offset + passed, '\n');
      return passed;
    }
    if (ascii > 0 && isUtf8(decoder)) {
      return pass(block, ascii, target, offset, length);
    }
    int decoded = decode(decoder);
    if (decoded == 0) {
      fill();
    } else if (isUtf8(decoder)) {
      block.position(start);
      sound = decoded;
    } else {
      encoded = StandardCharsets.UTF_8.encode(characters.flip());
    }
    return 0;
  }

  private static boolean isUtf8(CharsetDecoder decoder) {
    return decoder.charset().equals(StandardCharsets.UTF_8);
  }

  private static int pass(ByteBuffer from, int most, byte[] target, int offset, int length) {
    int passed = Math.min(most, length);
    from.get(target, offset, passed);
    return passed;
  }

  private void fill() throws IOException {
    block.compact();
    while (block.hasRemaining() && !ended) {
      int read = in.read(block.array(), block.position(), block.remaining());
      if (read < 0) {
        ended = true;
      } else {
        block.position(block.position() + read);
      }
    }
    block.flip();
    if (mayMix) {
      refuseMixture(true);
    }
  }

  private void skipMark() {
    if (startsWith(0xef, 0xbb, 0xbf)) {
      mark(StandardCharsets.UTF_8, 3);
    } else if (startsWith(0xff, 0xfe)) {
      mark(StandardCharsets.UTF_16LE, 2);
    } else if (startsWith(0xfe, 0xff)) {
      mark(StandardCharsets.UTF_16BE, 2);
    }
  }

  private void mark(Charset charset, int bytes) {
    if (decoder == null) {
      decoder = strict(charset);
      marked = true;
    }
    if (name(decoder).startsWith("UTF-")) {
      block.position(bytes);
    }
  }

  private boolean startsWith(int... bytes) {
    if (block.remaining() < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((block.get(i) & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static String name(CharsetDecoder decoder) {
    return decoder.charset().name();
  }

  private void decide() throws IOException {
    int utf8 = decodable(StandardCharsets.UTF_8);
    if (utf8 == block.remaining()) {
      decoder = strict(StandardCharsets.UTF_8);
      return;
    }
    int gb18030 = decodable(GB18030);
    if (utf8 > 0 && utf8 >= gb18030) {
      decoder = strict(StandardCharsets.UTF_8);
      return;
    }
    if (gb18030 < block.remaining() && hasNul()) {
      throw new Undecodable(Message.of("importing.header.nul"), line);
    }
    decoder = strict(GB18030);
    mayMix = true;
    refuseMixture(false);
  }

  private boolean hasNul() {
    for (int i = block.position(); i < block.limit(); i++) {
      if (block.get(i) == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * How many bytes of the block decode; all of them where only the last character is cut by its
   * end.
   */
  private int decodable(Charset charset) {
    ByteBuffer bytes = block.duplicate();
    CharBuffer scratch = CharBuffer.allocate(bytes.remaining() + 1);
    CoderResult result = strict(charset).decode(bytes, scratch, ended);
    return result.isError() ? bytes.position() - block.position() : block.remaining();
  }

  /** A GB18030 file of which some lines are UTF-8 decodes without an error, into nonsense. */
  private void refuseMixture(boolean fromMidLine) throws IOException {
    Utf8Lines lines = Utf8Lines.in(block, fromMidLine);
    if (lines.firstUtf8() >= 0) {
      throw new Undecodable(
          Message.of("importing.text.mixed", GB18030.name()), line + lines.firstUtf8());
    }
    line += lines.count();
  }

  /** Decodes what it can of the block into {@link #characters}; how many bytes that were. */
  private int decode(CharsetDecoder present) throws IOException {
    int start = block.position();
    characters.clear();
    CoderResult result = present.decode(block, characters, ended);
    if (result.isError() && block.position() == start) {
      String key = given || marked ? "importing.text.not" : "importing.text.neither";
      throw new Undecodable(Message.of(key, name(present)), 0);
    }
    return block.position() - start;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
