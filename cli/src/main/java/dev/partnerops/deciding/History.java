package dev.partnerops.deciding;

import dev.partnerops.model.EntityId;
import java.util.List;

/**
 * What approved runs recorded, of this programme and of others, for periods that ended by ours
 * (RULES 34).
 */
public interface History {

  /** No run of any programme was approved yet. */
  History EMPTY =
      new History() {
        @Override
        public List<Recorded> of(String programme, EntityId id) {
          return List.of();
        }

        @Override
        public List<String> tiers(String programme) {
          return List.of();
        }

        @Override
        public List<String> badges(String programme) {
          return List.of();
        }
      };

  /** Of one entity, in order of day; of its own programme without the evaluation at hand. */
  List<Recorded> of(String programme, EntityId id);

  /** The tiers of that programme's ladder, lowest first; empty where it has none. */
  List<String> tiers(String programme);

  /** The badges of that programme's ranking, best last; empty where it has none. */
  List<String> badges(String programme);
}
