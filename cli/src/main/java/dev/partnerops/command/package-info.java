/**
 * What commands share: surroundings, session, workspace, common options, exit codes.
 *
 * <p>May import {@code output}, {@code store}, {@code programme} (its YAML door, for configuration)
 * and {@code model}. Start reading at {@link dev.partnerops.command.Session}.
 */
@NullMarked
package dev.partnerops.command;

import org.jspecify.annotations.NullMarked;
