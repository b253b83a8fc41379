package dev.partnerops.evaluating;

import dev.partnerops.deciding.History;
import dev.partnerops.deciding.Recorded;
import dev.partnerops.model.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was recorded, as a trial sees it: of its own programme the approved runs before the first
 * period tried and the trial since, of others their approved runs.
 *
 * @param before of the programme, until the first period tried
 * @param since of the trial, oldest first
 * @param others by the end of the period at hand
 */
record TriedHistory(
    String programme, History before, Map<EntityId, List<Recorded>> since, History others)
    implements History {

  @Override
  public List<Recorded> of(String other, EntityId id) {
    if (!other.equals(programme)) {
      return others.of(other, id);
    }
    List<Recorded> all = new ArrayList<>(before.of(programme, id));
    all.addAll(since.getOrDefault(id, List.of()));
    return all;
  }

  @Override
  public List<String> tiers(String other) {
    return others.tiers(other);
  }

  @Override
  public List<String> badges(String other) {
    return others.badges(other);
  }
}
