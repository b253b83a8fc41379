package dev.partnerops.metrics;

import dev.partnerops.dataset.DataSets;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;

/** The word of {@code --entity}. */
final class EntityWord {

  private EntityWord() {}

  static EntityKind kind(DataSets dataSets, String word) {
    return dataSets
        .findKind(word)
        .orElseThrow(() ->
            new ToolException.Usage(
                Message.of(
                    "metrics.command.unknown-entity",
                    word,
                    dataSets.kinds().stream().map(EntityKind::word).toList())));
  }
}
