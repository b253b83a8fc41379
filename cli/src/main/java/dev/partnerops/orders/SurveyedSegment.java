package dev.partnerops.orders;

/**
 * What deciding whether a segment is worth folding takes.
 *
 * @param current how many of its versions are current now
 * @param textBytes of its texts; 0 of a segment with all the rows that fit
 */
record SurveyedSegment(StoredSegment segment, int current, long textBytes) {

  int rows() {
    return segment.header().rows();
  }

  boolean isText() {
    return segment.header().isText();
  }

  /** Whether no row would fit in it any more. */
  boolean isFull() {
    return rows() >= OrderBlock.SEGMENT_ROWS || textBytes >= OrderBlock.SEGMENT_TEXT_BYTES;
  }

  /** Whether it holds current versions alone, and is read as such. */
  boolean isCurrentAlone() {
    return current == rows() && !segment.history();
  }

  boolean isHistoryAlone() {
    return current == 0;
  }
}
