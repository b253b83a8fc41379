package dev.partnerops.importing;

import java.util.BitSet;

/**
 * Whole records of a file as text.
 *
 * @param lines the physical line, from 1, on which each record begins; the first {@code records}
 *     count
 * @param broken the records in which text follows a closing quote
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or shown
record TextChunk(char[] text, int length, long[] lines, int records, BitSet broken) {}
