package dev.partnerops.command;

/** The exit codes of SPEC section 6 and RULES 24; nobody writes one as a number. */
public final class ExitCode {

  public static final int DONE = 0;
  public static final int UNEXPECTED = 1;
  public static final int USAGE = 2;
  public static final int INPUT = 3;
  public static final int POLICY = 4;
  public static final int PRECONDITION = 5;
  public static final int STORE_BUSY = 6;
  public static final int STORE_DAMAGED = 7;
  public static final int RESOURCES = 8;
  public static final int FINDINGS = 10;
  public static final int INTERRUPTED = 130;
  public static final int CLOSED_PIPE = 141;
  public static final int TERMINATED = 143;

  private ExitCode() {}
}
