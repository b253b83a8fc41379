package dev.partnerops.importing;

/**
 * One record of a file.
 *
 * @param line the physical line, from 1, on which it begins
 * @param broken text follows a closing quote in it
 */
@SuppressWarnings(
    "ArrayRecordComponent") // never compared or shown; a list would be one more object a row
record CsvRecord(long line, String[] cells, boolean broken) {}
