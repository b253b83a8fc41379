/** Tests of printing. */
@NullMarked
package dev.partnerops.output;

import org.jspecify.annotations.NullMarked;
