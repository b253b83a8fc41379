/**
 * A first look: a workspace of the shipped samples, evaluated from file to ledger.
 *
 * <p>Runs command lines like a user's through the same command tree. May import {@code workspace},
 * {@code command} and what lies beneath.
 */
@NullMarked
package dev.partnerops.demo;

import org.jspecify.annotations.NullMarked;
