package dev.partnerops.command;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import org.jspecify.annotations.Nullable;

/**
 * A name as {@code --by} gives it, without the blanks around it: so names are kept, and compared
 * where a second person is asked for.
 */
public final class PersonName {

  /** As many characters as the store keeps. */
  private static final int MOST = 200;

  private PersonName() {}

  /**
   * The name; absent where none was given. An empty or endless one is a usage failure.
   *
   * @param given as written after {@code --by}
   */
  public static @Nullable String of(@Nullable String given) {
    if (given == null) {
      return null;
    }
    String name = given.strip();
    if (name.isEmpty() || name.length() > MOST) {
      throw new ToolException.Usage(
          name.isEmpty()
              ? Message.of("command.name-empty")
              : Message.of("command.name-long", name.length(), MOST));
    }
    return name;
  }
}
