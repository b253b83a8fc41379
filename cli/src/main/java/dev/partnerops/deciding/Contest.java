package dev.partnerops.deciding;

import dev.partnerops.programme.Ranking;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The others of one ranking in their order, among whom one entity is placed again and again. What
 * they are ranked by is found once; their badges are given out anew each time.
 */
final class Contest {

  private final Ranking ranking;
  private final Map<String, Field> fields = new HashMap<>();

  /** The others of one partition. */
  private static final class Field {
    private final List<Placing.Ranked> ranked = new ArrayList<>();
    private int eligible;
    private int all;
  }

  Contest(Ranking ranking, List<Subject> others) {
    this.ranking = ranking;
    for (Subject other : others) {
      String partition = Placing.partition(ranking, other);
      Field field = fields.computeIfAbsent(partition, none -> new Field());
      Integer place = other.place();
      Placing.Entered entered = Placing.enter(ranking, partition, other);
      other.place(partition, place, other.placeValue());
      field.all++;
      field.eligible += entered.eligible() ? 1 : 0;
      if (entered.ranked() != null) {
        field.ranked.add(entered.ranked());
      }
    }
    fields.values().forEach(field -> field.ranked.sort(Placing.order(ranking)));
  }

  /** Gives the entity its place and badge, if any. */
  void place(Subject subject) {
    String partition = Placing.partition(ranking, subject);
    Field field = fields.getOrDefault(partition, new Field());
    Placing.Entered entered = Placing.enter(ranking, partition, subject);
    List<Placing.Ranked> ranked = new ArrayList<>(field.ranked);
    Placing.Ranked own = entered.ranked();
    if (own != null) {
      // Ids differ, so that nobody stands exactly there.
      int at = -Collections.binarySearch(ranked, own, Placing.order(ranking)) - 1;
      ranked.add(at, own);
      int rank = at;
      while (ranking.ties() != Ranking.Ties.STRICT
          && rank > 0
          && Placing.tied(ranked.get(rank - 1), own)) {
        rank--;
      }
      subject.place(partition, rank + 1, own.values().getFirst());
    }
    subject.badge("");
    field.ranked.forEach(other -> other.subject().badge(""));
    new Quotas(ranking, ranked, field.eligible + (entered.eligible() ? 1 : 0), field.all + 1)
        .giveOut();
  }

  /** Those of the entity's partition who are ranked, best first, itself not among them. */
  List<Placing.Ranked> others(Subject subject) {
    return fields.getOrDefault(Placing.partition(ranking, subject), new Field()).ranked;
  }
}
