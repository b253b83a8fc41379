package dev.partnerops.model;

/**
 * A place in a file a user wrote: name as the user gave it, line from 1; prints {@code
 * orders.csv:17}.
 */
public record SourceLine(String file, int line) {

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
