package dev.partnerops.programme;

import java.util.Optional;

/**
 * A field of another entity, which a field of ours names: {@code {field: status, through:
 * merchant_id}} is the field {@code merchant_id.status} of whoever judges. No field of a data set
 * has a dot in its name.
 *
 * @param through the field of ours
 * @param field the field of the other
 */
public record Reach(String through, String field) {

  private static final char DOT = '.';

  /** What the field is called among our own. */
  public String name() {
    return through + DOT + field;
  }

  /** What the name of a field reaches; empty for a field of our own. */
  public static Optional<Reach> find(String name) {
    int dot = name.indexOf(DOT);
    return dot < 0
        ? Optional.empty()
        : Optional.of(new Reach(name.substring(0, dot), name.substring(dot + 1)));
  }
}
