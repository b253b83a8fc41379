/**
 * Making a workspace and looking after it: {@code init}, {@code doctor}, {@code store}.
 *
 * <p>May import {@code command}, {@code output}, {@code orders}, {@code store}, {@code model}.
 */
@NullMarked
package dev.partnerops.workspace;

import org.jspecify.annotations.NullMarked;
