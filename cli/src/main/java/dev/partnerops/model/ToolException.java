package dev.partnerops.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure that a user can understand and mend: one message saying what, where and what to do
 * next, or a line for each fault of a file. Knows no exit code: the kind of failure decides it, in
 * one place (SPEC section 6, RULES 24).
 */
public abstract sealed class ToolException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never serialized; a message is values all through
  private final List<Message> texts;

  private ToolException(List<Message> texts, @Nullable Throwable cause) {
    super(texts.toString(), cause);
    this.texts = List.copyOf(texts);
  }

  private ToolException(Message text, @Nullable Throwable cause) {
    this(List.of(text), cause);
  }

  /** What to tell the user first, in whichever language. */
  public Message text() {
    return texts.getFirst();
  }

  /** All there is to tell, a line each; never empty. */
  public List<Message> texts() {
    return texts;
  }

  /** Wrong words on the command line; an unknown id, run or name. */
  public static final class Usage extends ToolException {
    private static final long serialVersionUID = 1L;

    public Usage(Message text) {
      super(text, null);
    }
  }

  /** Input data that cannot be taken as it is. */
  public static final class Input extends ToolException {
    private static final long serialVersionUID = 1L;

    public Input(Message text) {
      super(text, null);
    }

    public Input(Message text, Throwable cause) {
      super(text, cause);
    }
  }

  /** A policy, metric or mapping file that says something impossible. */
  public static final class Policy extends ToolException {
    private static final long serialVersionUID = 1L;

    public Policy(Message text) {
      super(text, null);
    }

    /** All faults of a file, in its order; at least one. */
    public Policy(List<Message> texts) {
      super(texts, null);
    }
  }

  /** Something must be done first: period order, approval, a closed period. */
  public static final class Precondition extends ToolException {
    private static final long serialVersionUID = 1L;

    public Precondition(Message text) {
      super(text, null);
    }
  }

  /** Another command holds the store. */
  public static final class StoreBusy extends ToolException {
    private static final long serialVersionUID = 1L;

    public StoreBusy(Message text) {
      super(text, null);
    }
  }

  /** The store is damaged or of another version. */
  public static final class StoreDamaged extends ToolException {
    private static final long serialVersionUID = 1L;

    public StoreDamaged(Message text) {
      super(text, null);
    }

    public StoreDamaged(Message text, Throwable cause) {
      super(text, cause);
    }
  }

  /** Out of memory, of space, or the disk refuses. */
  public static final class Resources extends ToolException {
    private static final long serialVersionUID = 1L;

    public Resources(Message text) {
      super(text, null);
    }

    public Resources(Message text, Throwable cause) {
      super(text, cause);
    }
  }
}
