package dev.partnerops.orders;

import java.util.List;

/** A run in the scratch file, one piece of it in memory at a time. */
final class SpilledRun implements SortedRun {

  private final ScratchFile file;
  private final List<ScratchFile.Piece> pieces;
  private final OrderBlock block;
  private int nextPiece;
  private int row = -1;

  SpilledRun(ScratchFile file, List<ScratchFile.Piece> pieces, int[] ownColumns) {
    this.file = file;
    this.pieces = pieces;
    block = OrderBlock.ofOrders(ownColumns);
  }

  @Override
  public boolean next() {
    if (++row < block.rows()) {
      return true;
    }
    if (nextPiece == pieces.size()) {
      return false;
    }
    ScratchFile.Piece piece = pieces.get(nextPiece++);
    new SegmentReader(piece.header(), column -> file.read(piece, column)).decodeInto(block);
    row = 0;
    return true;
  }

  @Override
  public OrderBlock block() {
    return block;
  }

  @Override
  public int row() {
    return row;
  }

  @Override
  public int ahead() {
    return block.rows() - row;
  }

  @Override
  public void skip(int rows) {
    row += rows;
  }
}
