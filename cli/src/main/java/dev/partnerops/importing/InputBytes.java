package dev.partnerops.importing;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The decompressed bytes of a file; gzip (of several members too) and zstd are known by how they
 * begin, not by name. Feeds the digest as it is read and knows how far into the file it is. A
 * damaged or cut-off file is one {@link ToolException.Input}.
 */
final class InputBytes extends InputStream {

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputFile file;
  private final MessageDigest digest;
  private final Counted counted;
  private final InputStream bytes;

  private InputBytes(InputFile file, MessageDigest digest, Counted counted, InputStream bytes) {
    this.file = file;
    this.digest = digest;
    this.counted = counted;
    this.bytes = bytes;
  }

  /** Counts what is taken from the disk. */
  private static final class Counted extends FilterInputStream {
    private long taken;
    private boolean ended;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      taken += read < 0 ? 0 : 1;
      ended |= read < 0;
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      taken += Math.max(0, read);
      ended |= read < 0;
      return read;
    }
  }

  static InputBytes open(InputFile file, MessageDigest digest) {
    try {
      if (Files.isDirectory(file.path())) {
        throw new ToolException.Input(Message.of("importing.file.folder", file.name()));
      }
      if (!Files.exists(file.path())) {
        throw new ToolException.Input(Message.of("importing.file.missing", file.name()));
      }
      Counted counted = new Counted(Files.newInputStream(file.path()));
      BufferedInputStream buffered = new BufferedInputStream(counted, BUFFER_BYTES);
      try {
        return new InputBytes(file, digest, counted, decompressed(file, buffered));
      } catch (IOException | MalformedInputException e) {
        buffered.close();
        throw failure(file, counted, e);
      } catch (RuntimeException e) {
        buffered.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static InputStream decompressed(InputFile file, BufferedInputStream buffered)
      throws IOException {
    return switch (Compression.of(buffered)) {
      case NONE -> buffered;
      case GZIP -> once(file, new GZIPInputStream(buffered, BUFFER_BYTES));
      case ZSTD -> once(file, new ZstdInputStream(buffered));
    };
  }

  private static InputStream once(InputFile file, InputStream decompressed) throws IOException {
    BufferedInputStream inner = new BufferedInputStream(decompressed, BUFFER_BYTES);
    if (Compression.of(inner) != Compression.NONE) {
      throw new ToolException.Input(Message.of("importing.file.compressed-twice", file.name()));
    }
    return inner;
  }

  /** What is at its end and asks for more, as zstd does in words of its own, was cut off. */
  private static ToolException failure(InputFile file, Counted counted, Exception cause) {
    if (cause instanceof ZipException || cause instanceof MalformedInputException) {
      return new ToolException.Input(Message.of("importing.file.damaged", file.name()), cause);
    }
    if (cause instanceof EOFException || counted.ended) {
      return new ToolException.Input(Message.of("importing.file.cut-off", file.name()), cause);
    }
    return unreadable(file, cause);
  }

  private static ToolException unreadable(InputFile file, Exception cause) {
    return new ToolException.Input(
        Message.of("importing.file.unreadable", file.name(), cause.getClass().getSimpleName()),
        cause);
  }

  /** Bytes taken from the file so far, compressed as they lie there. */
  long position() {
    return counted.taken;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    try {
      int read = bytes.read(target, offset, length);
      if (read > 0) {
        digest.update(target, offset, read);
      }
      return read;
    } catch (IOException | MalformedInputException e) {
      throw failure(file, counted, e);
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
