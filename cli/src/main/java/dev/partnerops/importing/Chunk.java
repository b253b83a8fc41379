package dev.partnerops.importing;

import java.util.List;

/** Whole records of a file as UTF-8, to be read on any thread. */
sealed interface Chunk permits PlainChunk, QuotedChunk {

  /** The records, in order; empty lines are none. */
  List<CsvRecord> records(char delimiter);
}
