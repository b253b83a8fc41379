package dev.partnerops.simulating;

import dev.partnerops.evaluating.TrialChain;
import dev.partnerops.evaluating.Trials;
import dev.partnerops.evaluating.Tried;
import dev.partnerops.model.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays policies over the same periods on the same data, each with standings and bookings of its
 * own: what it decides in a period is taken as approved before the next.
 */
final class Simulation {

  private final Trials trials;
  private final List<Period> periods;
  private final Map<String, TrialChain> beginnings = new HashMap<>();

  /** Of those periods, in order. */
  Simulation(Trials trials, List<Period> periods) {
    this.trials = trials;
    this.periods = List.copyOf(periods);
  }

  List<Period> periods() {
    return periods;
  }

  /** What a policy comes to in each period. */
  List<Outcomes> play(Side side) {
    TrialChain chain =
        beginnings.computeIfAbsent(
            side.programme(), programme -> trials.begin(programme, periods.getFirst()));
    List<Outcomes> played = new ArrayList<>(periods.size());
    for (Period period : periods) {
      Tried tried = chain.judge(side.inForce(period), period);
      played.add(Outcomes.of(tried));
      chain = chain.approve(tried);
    }
    return played;
  }

  /** Everybody under both, period after period. */
  static List<List<Pair>> compare(List<Outcomes> inForce, List<Outcomes> simulated) {
    List<List<Pair>> compared = new ArrayList<>();
    for (int i = 0; i < inForce.size(); i++) {
      compared.add(Pair.of(inForce.get(i), simulated.get(i)));
    }
    return compared;
  }
}
