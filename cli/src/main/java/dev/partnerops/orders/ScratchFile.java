package dev.partnerops.orders;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Sorted runs of a batch that outgrew its memory, as packed segments in one private file. */
final class ScratchFile implements AutoCloseable {

  /** One packed segment in the file. */
  @SuppressWarnings("ArrayRecordComponent") // carries bytes, is never compared
  record Piece(SegmentHeader header, long offset, int[] lengths) {}

  private final Path path;
  private final FileChannel channel;
  private long end;

  private ScratchFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static ScratchFile create(Path folder) {
    try {
      Path path = Files.createTempFile(folder, "orders-", ".run");
      return new ScratchFile(
          path,
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** Writes a block in order, cut into pieces of a segment's size and one kind of id. */
  List<Piece> writeRun(OrderBlock block, Workers workers) {
    int[] order = RowOrder.of(block);
    List<Piece> pieces = new ArrayList<>();
    PackedAhead packed = new PackedAhead(workers, segment -> pieces.add(write(segment)));
    int from = 0;
    while (from < order.length) {
      int start = from;
      int rows = SegmentCut.rows(block, order, from);
      packed.add(() -> PackedSegment.pack(block, order, start, rows));
      from += rows;
    }
    packed.finish();
    return pieces;
  }

  private Piece write(PackedSegment segment) {
    int[] lengths = new int[OrderColumn.MOST];
    ByteBuffer[] buffers = new ByteBuffer[OrderColumn.MOST];
    for (int column = 0; column < OrderColumn.MOST; column++) {
      lengths[column] = segment.contents()[column].length;
      buffers[column] = ByteBuffer.wrap(segment.contents()[column]);
    }
    Piece piece = new Piece(segment.header(), end, lengths);
    try {
      channel.position(end);
      while (buffers[OrderColumn.MOST - 1].hasRemaining() || remaining(buffers)) {
        channel.write(buffers);
      }
      end = channel.position();
    } catch (IOException e) {
      throw failure(path, e);
    }
    return piece;
  }

  private static boolean remaining(ByteBuffer[] buffers) {
    for (ByteBuffer buffer : buffers) {
      if (buffer.hasRemaining()) {
        return true;
      }
    }
    return false;
  }

  byte[] read(Piece piece, int column) {
    long offset = piece.offset();
    for (int i = 0; i < column; i++) {
      offset += piece.lengths()[i];
    }
    ByteBuffer content = ByteBuffer.allocate(piece.lengths()[column]);
    try {
      while (content.hasRemaining()) {
        int read = channel.read(content, offset + content.position());
        if (read < 0) {
          throw new IOException("the scratch file is shorter than what was written");
        }
      }
    } catch (IOException e) {
      throw failure(path, e);
    }
    return content.array();
  }

  private static ToolException failure(Path where, IOException cause) {
    return new ToolException.Resources(Message.of("orders.scratch", where), cause);
  }

  /** The file is deleted with it. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      System.getLogger(ScratchFile.class.getName())
          .log(System.Logger.Level.DEBUG, () -> "could not close " + path, e);
    }
  }
}
