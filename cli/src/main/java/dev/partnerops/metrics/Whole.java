package dev.partnerops.metrics;

import dev.partnerops.model.Value;
import java.util.Optional;

/** A value as a whole number, where it is one that fits. */
final class Whole {

  private Whole() {}

  static Optional<Long> find(Value value) {
    return value
        .findNumber()
        .filter(number -> number.isWhole() && number.numerator().bitLength() < Long.SIZE)
        .map(number -> number.numerator().longValueExact());
  }
}
