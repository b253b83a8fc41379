/** Tests of the store's files. */
@NullMarked
package dev.partnerops.store;

import org.jspecify.annotations.NullMarked;
