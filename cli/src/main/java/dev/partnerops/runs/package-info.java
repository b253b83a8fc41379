/**
 * Stored runs as a user looks at them.
 *
 * <p>May import {@code evaluating}, {@code ledger} and what lies beneath. Start reading at {@link
 * dev.partnerops.runs.RunsCommand}.
 */
@NullMarked
package dev.partnerops.runs;

import org.jspecify.annotations.NullMarked;
