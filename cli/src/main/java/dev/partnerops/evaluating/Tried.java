package dev.partnerops.evaluating;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Judgement;
import dev.partnerops.deciding.Standing;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Period;
import dev.partnerops.paying.Booked;
import dev.partnerops.paying.Payments;
import dev.partnerops.programme.Programme;
import java.util.List;
import java.util.Map;

/**
 * What a trial of one period came to. Nothing of it is stored.
 *
 * @param editions that judged; none: nobody was judged
 * @param booked what was booked before it
 * @param waiting the standings of those who were not judged
 */
public record Tried(
    Period period,
    List<Programme> editions,
    List<Judgement> judgements,
    Payments payments,
    Booked booked,
    Map<EntityId, Standing> waiting) {

  public Tried {
    editions = List.copyOf(editions);
    judgements = List.copyOf(judgements);
  }

  /** The decisions of all editions. */
  public List<EntityDecision> decisions() {
    return judgements.stream().flatMap(judgement -> judgement.decisions().stream()).toList();
  }
}
