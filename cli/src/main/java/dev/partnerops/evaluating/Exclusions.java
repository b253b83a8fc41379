package dev.partnerops.evaluating;

import dev.partnerops.ledger.StandingOverride;
import dev.partnerops.model.Message;
import java.util.List;

/** Who was left out of a run by hand, said on stderr: they have no row to say it (RULES 51). */
final class Exclusions {

  /** So many are told of one by one. */
  private static final int MOST = 5;

  private Exclusions() {}

  static List<Message> notices(List<StandingOverride> obeyed) {
    List<StandingOverride> excluding = obeyed.stream().filter(StandingOverride::excludes).toList();
    return excluding.size() > MOST
        ? List.of(Message.of("evaluating.excluded-many", excluding.size()))
        : excluding.stream().map(Exclusions::notice).toList();
  }

  private static Message notice(StandingOverride override) {
    return Message.of(
        "evaluating.excluded",
        override.entity().id(),
        override.override(),
        override.until(),
        override.reason());
  }
}
