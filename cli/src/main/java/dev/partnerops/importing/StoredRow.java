package dev.partnerops.importing;

import org.jspecify.annotations.Nullable;

/**
 * A row as the store has it now.
 *
 * @param batch the batch whose version it is
 * @param values in the order of the data set's columns; null for absent
 */
@SuppressWarnings(
    "ArrayRecordComponent") // never compared or shown; a list would be one more object a row
record StoredRow(long batch, long line, @Nullable Object[] values) {}
