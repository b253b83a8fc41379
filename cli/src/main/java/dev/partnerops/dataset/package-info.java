/**
 * The data sets a marketplace hands us: which there are, their columns, keys, references and
 * allowed values (SPEC section 2), the shipped ones and those that a workspace adds. The one source
 * of truth; the tables of {@code sql/schema/V002__data_sets.sql}, the importer, the SQL metrics and
 * {@code partnerops datasets} all follow it. Uses {@code model}, and {@code programme} for its YAML
 * alone. Start at {@link dev.partnerops.dataset.DataSets}.
 */
@NullMarked
package dev.partnerops.dataset;

import org.jspecify.annotations.NullMarked;
