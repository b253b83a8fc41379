package dev.partnerops.paying;

import dev.partnerops.deciding.Judgement;
import java.util.List;

/**
 * Everything one programme is paid by: the judgements of all its editions in force (limits and keys
 * are the programme's, RULES 19), what is booked, the periods that are reckoned again, oldest
 * first, and what is held that may be clawed back, by entry.
 */
public record PayInput(
    List<Judgement> judgements, Booked booked, List<Earlier> earlier, List<Held> held) {

  public PayInput {
    judgements = List.copyOf(judgements);
    earlier = List.copyOf(earlier);
    held = List.copyOf(held);
  }

  /** Of a period before which nothing was granted by a rate or bands, nor may be clawed back. */
  public PayInput(List<Judgement> judgements, Booked booked) {
    this(judgements, booked, List.of(), List.of());
  }
}
