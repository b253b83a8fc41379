/** Tests of evaluating. */
@NullMarked
package dev.partnerops.evaluating;

import org.jspecify.annotations.NullMarked;
