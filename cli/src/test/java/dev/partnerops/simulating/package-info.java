/** Tests of simulating. */
@NullMarked
package dev.partnerops.simulating;

import org.jspecify.annotations.NullMarked;
