package dev.partnerops.paying;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import java.util.Optional;

/** What approved runs booked so far; proposals book nothing (RULES 3). */
public interface Booked {

  /** Nothing is booked. */
  Booked NOTHING =
      new Booked() {
        @Override
        public Optional<BookedGrant> findGrant(String key) {
          return Optional.empty();
        }

        @Override
        public Money spent(LimitSpan span) {
          return Money.ZERO;
        }

        @Override
        public Money clawedBack(String benefit, String entity) {
          return Money.ZERO;
        }

        @Override
        public Money feeBase(String programme, EntityId id) {
          return Money.ZERO;
        }

        @Override
        public int openServices(String programme, String benefit, String assignee) {
          return 0;
        }
      };

  /** The entries under the key of {@link GrantDecision#key()}. */
  Optional<BookedGrant> findGrant(String key);

  /** The sum of the grant entries inside the span, claw-backs taken off. */
  Money spent(LimitSpan span);

  /**
   * What was clawed back from that entity of a benefit in all (RULES 21), above nought; {@link
   * #spent} has it taken off.
   *
   * @param entity as {@link GrantDecision#holders()} says it
   */
  Money clawedBack(String benefit, String entity);

  /** {@code base_after} of the entity's last booked statement; nought before the first. */
  Money feeBase(String programme, EntityId id);

  /** How many services of the benefit that person was assigned. */
  int openServices(String programme, String benefit, String assignee);
}
