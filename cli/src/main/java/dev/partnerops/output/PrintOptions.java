package dev.partnerops.output;

/**
 * {@code --no-header} and {@code --raw}, which keeps cells that a spreadsheet would take for
 * formulas as they are.
 */
public record PrintOptions(boolean header, boolean raw) {}
