package dev.partnerops.metrics;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.util.Arrays;

/** The word of {@code --entity}. */
final class EntityWord {

  private EntityWord() {}

  static EntityKind kind(String word) {
    return EntityKind.find(word)
        .orElseThrow(() ->
            new ToolException.Usage(
                Message.of(
                    "metrics.command.unknown-entity",
                    word,
                    Arrays.stream(EntityKind.values()).map(EntityKind::word).toList())));
  }
}
