/**
 * A policy in sentences, English or Chinese: numbers with their unit, windows, metrics, settings
 * and conditions as an analyst would say them. Whoever shows a policy takes its words from here.
 *
 * <p>Every switch over the language is without a default, so that a new element breaks the build
 * until somebody says it. May import {@code programme}, {@code metrics}, {@code dataset}, {@code
 * output} and {@code model}. Start reading at {@link dev.partnerops.wording.Wording}.
 */
@NullMarked
package dev.partnerops.wording;

import org.jspecify.annotations.NullMarked;
