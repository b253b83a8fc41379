package dev.partnerops.command;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Messages;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses common options that no command could obey, whether the command at hand reads them or not:
 * a wrong word is never passed over in silence.
 */
public final class OptionsCheck {

  private OptionsCheck() {}

  /** Throws a usage failure that names the first wrong option and what it takes. */
  public static void require(CommonOptions options, Map<String, String> environment) {
    language("--lang", options.lang);
    language("PARTNEROPS_LANG", environment.get("PARTNEROPS_LANG"));
    notNegative("--limit", options.limit);
    notNegative("--wait", options.waitSeconds);
    if (options.zone != null) {
      Configuration.zone(options.zone);
    }
  }

  private static void language(String name, @Nullable String word) {
    if (word != null && !word.isEmpty() && !Messages.speaks(word)) {
      throw new ToolException.Usage(Message.of("command.language-unknown", word, name));
    }
  }

  private static void notNegative(String name, @Nullable Integer number) {
    if (number != null && number < 0) {
      throw new ToolException.Usage(Message.of("command.negative", number, name));
    }
  }
}
