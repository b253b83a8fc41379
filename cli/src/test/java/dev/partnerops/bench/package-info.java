/** What {@code bin/bench} needs of other engines. */
@NullMarked
package dev.partnerops.bench;

import org.jspecify.annotations.NullMarked;
