package dev.partnerops.metrics;

import dev.partnerops.model.Message;
import java.util.Locale;

/**
 * Why the database would not answer a SELECT; whoever asked turns it into a failure that names what
 * was asked.
 */
final class SelectFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What stood in the way. */
  enum Reason {
    /** The read-only user has no right to that. */
    DENIED,
    /** A statement that answers no rows. */
    NOT_A_SELECT,
    /** The statement's own fault: syntax, an unknown name, a division by zero. */
    FAULTY,
    TIMEOUT,
    MEMORY,
    DAMAGED
  }

  private final Reason reason;

  SelectFailure(Reason reason, String text, Throwable cause) {
    super(text, cause);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  /** The reason as a sentence. */
  Message why() {
    return Message.of(
        "metrics.select." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), text());
  }

  private String text() {
    String text = getMessage();
    return text == null ? "" : text;
  }
}
