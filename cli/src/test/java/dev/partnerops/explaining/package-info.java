/** Tests of explaining. */
@NullMarked
package dev.partnerops.explaining;

import org.jspecify.annotations.NullMarked;
