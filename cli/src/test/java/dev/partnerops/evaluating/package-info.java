/** Policies as their authors check them. */
@NullMarked
package dev.partnerops.evaluating;

import org.jspecify.annotations.NullMarked;
