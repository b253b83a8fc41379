/**
 * CSV files to checked rows in the store (SPEC section 2, RULES 5, 8, 15, 24-32).
 *
 * <p>A file is opened, decompressed, decoded and cut into records ({@code InputFile}, {@code
 * TextDecoder}, {@code RecordSplitter}); the records are parsed by Commons CSV ({@code
 * CsvRecords}), laid out by header and mapping ({@code Layout}), read cell by cell ({@code
 * ColumnReader}), and go to the store as one batch ({@link dev.partnerops.importing.Importer}).
 * What cannot be taken is a {@code Reject}, a value. Uses {@code dataset}, {@code orders}, {@code
 * programme} (YAML), {@code command}, {@code output}, {@code store} and {@code model}.
 */
@NullMarked
package dev.partnerops.importing;

import org.jspecify.annotations.NullMarked;
