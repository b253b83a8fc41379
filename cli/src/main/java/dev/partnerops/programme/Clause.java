package dev.partnerops.programme;

/**
 * Where in a policy a part stands: its path ({@code ladder.exit.any[1]}, as reasons print it) and
 * its line in the file, from 1.
 */
public record Clause(String path, int line) {}
