/**
 * Texts and tables for people and for machines: message bundles in two languages, result tables,
 * one printer a format.
 *
 * <p>May import {@code model}. Start reading at {@link dev.partnerops.output.ResultTable} and
 * {@link dev.partnerops.output.Format}.
 */
@NullMarked
package dev.partnerops.output;

import org.jspecify.annotations.NullMarked;
