/** The entry: binds the real terminal, clock and process exit to the command tree. */
@NullMarked
package dev.partnerops;

import org.jspecify.annotations.NullMarked;
