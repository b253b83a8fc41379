package dev.partnerops.model;

import java.util.Locale;
import java.util.Optional;

/**
 * What a programme judges or a metric measures. An id names something only with its kind (RULES
 * 18). A provider is a provider in one role (RULES 9). {@code ALL} is the one row of marketplace
 * figures, id {@code all}.
 */
public enum EntityKind {
  PROVIDER,
  MERCHANT,
  PROMOTER,
  LEADER,
  LICENCE,
  REGION,
  PRODUCT,
  BOOKING,
  SESSION,
  ALL;

  /** The word of policy files, metric headers and {@code --entity}: {@code merchant}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<EntityKind> find(String word) {
    for (EntityKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
