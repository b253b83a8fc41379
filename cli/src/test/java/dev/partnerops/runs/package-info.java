/** Tests of what is told of stored runs. */
@NullMarked
package dev.partnerops.runs;

import org.jspecify.annotations.NullMarked;
