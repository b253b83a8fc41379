/** Tests of paying. */
@NullMarked
package dev.partnerops.paying;

import org.jspecify.annotations.NullMarked;
