/** The same questions asked of another engine, on the same files. */
@NullMarked
package dev.partnerops.crosscheck;

import org.jspecify.annotations.NullMarked;
