/**
 * Policy file to typed programme: the language of SPEC section 4.
 *
 * <p>{@link dev.partnerops.programme.Programme} is one edition as read, every part with its clause
 * path and line. An absent key is an absent ({@code null}) component here, as the file left it;
 * reading fills in the documented defaults. {@link dev.partnerops.programme.ProgrammeReader} reads
 * one file, {@link dev.partnerops.programme.Programmes} a folder, {@link
 * dev.partnerops.programme.Editions} says which edition judges whom, {@link
 * dev.partnerops.programme.Windows} turns windows into days, {@link
 * dev.partnerops.programme.Expressions} derived metrics into values. May import {@code model}; one
 * class touches the YAML parser, one the parser of jOOQ.
 */
@NullMarked
package dev.partnerops.programme;

import org.jspecify.annotations.NullMarked;
