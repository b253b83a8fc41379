/**
 * The embedded H2 store: making it, opening it for one writer or several readers, migrating it,
 * publishing.
 *
 * <p>Nobody else may touch {@code java.sql} or {@code org.h2} but {@code orders}, for segment rows
 * and the table over them. May import {@code model}. Start reading at {@link
 * dev.partnerops.store.Store}.
 */
@NullMarked
package dev.partnerops.store;

import org.jspecify.annotations.NullMarked;
