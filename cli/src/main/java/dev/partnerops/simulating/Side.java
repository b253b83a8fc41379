package dev.partnerops.simulating;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Period;
import dev.partnerops.programme.Editions;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the two policies that are compared.
 *
 * @param programme its id, under which standings and bookings are kept
 * @param editions of which each period takes those in force
 */
record Side(String programme, List<Programme> editions) {

  /** Before every period there is. */
  private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

  Side {
    editions = List.copyOf(editions);
  }

  /** The editions of a programme, each from its day on. */
  static Side inForce(String programme, List<Programme> editions) {
    return new Side(programme, editions);
  }

  /**
   * A candidate as though it had always been the edition in force: it takes the place of those that
   * days alone choose. Editions with a cohort keep theirs for life (RULES 19); a candidate with one
   * judges that and leaves the others to the editions there are.
   */
  static Side candidate(Programme candidate, List<Programme> editions) {
    List<Programme> all = new ArrayList<>();
    for (Programme edition : editions) {
      boolean stays = edition.cohort() != null || candidate.cohort() != null;
      if (stays && edition.edition() != candidate.edition()) {
        all.add(edition);
      }
    }
    all.add(candidate.effective(new Programme.Effective(ALWAYS, null, false)));
    return new Side(candidate.id(), all);
  }

  /** Those that judge a period; none where the programme has not begun or has ended. */
  List<Programme> inForce(Period period) {
    return editions.isEmpty() ? List.of() : Editions.inForce(editions, period).all();
  }

  /** Whom its newest edition judges. */
  EntityKind entity() {
    return editions.getLast().entity();
  }
}
