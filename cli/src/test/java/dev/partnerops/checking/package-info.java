/** Policies as their authors check them. */
@NullMarked
package dev.partnerops.checking;

import org.jspecify.annotations.NullMarked;
