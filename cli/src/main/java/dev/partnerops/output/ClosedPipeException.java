package dev.partnerops.output;

/** Whoever read our answer stopped reading ({@code … | head -1}): stop quietly, exit 141. */
public final class ClosedPipeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ClosedPipeException() {
    super("the reader of our output has gone");
  }
}
