package dev.partnerops.programme;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The editions of one programme that are in force for a period, and which of them judges an entity:
 * the one whose cohort holds it, else the one effective (RULES 19). An edition with a cohort judges
 * its cohort only, from {@code effective.from} on for life, whatever later editions say.
 */
public final class Editions {

  private final List<Programme> cohorts = new ArrayList<>();
  private final List<Programme> effective = new ArrayList<>();

  private Editions() {}

  /**
   * Chooses among all editions of one programme.
   *
   * @throws ToolException.Policy where two editions without a cohort are effective, or two editions
   *     have one number
   */
  public static Editions inForce(List<Programme> editions, Period period) {
    Editions chosen = new Editions();
    byNumber(editions).forEach(edition -> chosen.take(edition, period));
    return chosen;
  }

  /**
   * The period that a spelling means for a programme: one of an edition's calendar, the newest
   * asked first; empty where it is none of theirs.
   */
  public static Optional<Period> meant(List<Programme> editions, Period spelled) {
    for (Programme edition : editions.reversed()) {
      Period meant = edition.calendar().meant(spelled);
      if (edition.calendar().has(meant)) {
        return Optional.of(meant);
      }
    }
    return Optional.empty();
  }

  /** Sorted by number; the same number twice is a fault. */
  static List<Programme> byNumber(List<Programme> editions) {
    List<Programme> sorted =
        editions.stream().sorted(Comparator.comparingInt(Programme::edition)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      Programme left = sorted.get(i - 1);
      Programme right = sorted.get(i);
      if (left.edition() == right.edition()) {
        throw new ToolException.Policy(
            Message.of(
                "programme.editions.number",
                right.file(),
                right.edition(),
                right.id(),
                left.file()));
      }
    }
    return sorted;
  }

  /** The fault of two editions that no cohort keeps apart and that are in force on one day. */
  static Optional<Message> overlap(Programme left, Programme right) {
    Programme.Effective one = left.effective();
    Programme.Effective other = right.effective();
    boolean comparable =
        left.cohort() == null
            && right.cohort() == null
            && one.byEvaluation() == other.byEvaluation();
    LocalDate from = one.from().isAfter(other.from()) ? one.from() : other.from();
    boolean isOver =
        Stream.of(one.to(), other.to()).filter(Objects::nonNull).anyMatch(from::isAfter);
    return !comparable || isOver
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "programme.fault",
                right.file(),
                new KeyLines(right).of("effective"),
                Message.of(
                    "programme.editions.overlap",
                    left.edition(),
                    right.edition(),
                    right.id(),
                    from)));
  }

  private void take(Programme edition, Period period) {
    LocalDate day =
        edition.effective().byEvaluation()
            ? edition.calendar().evaluationDay(period)
            : period.first();
    LocalDate to = edition.effective().to();
    if (day.isBefore(edition.effective().from())) {
      return;
    }
    if (edition.cohort() != null) {
      cohorts.add(edition);
    } else if (to == null || !day.isAfter(to)) {
      if (!effective.isEmpty()) {
        throw new ToolException.Policy(
            Message.of(
                "programme.editions.effective",
                edition.file(),
                edition.edition(),
                effective.getFirst().edition(),
                edition.id(),
                period.label(),
                effective.getFirst().file()));
      }
      effective.add(edition);
    }
  }

  /** The editions in force, by number; none where the programme has not begun or has ended. */
  public List<Programme> all() {
    List<Programme> all = new ArrayList<>(cohorts);
    all.addAll(effective);
    all.sort(Comparator.comparingInt(Programme::edition));
    return List.copyOf(all);
  }

  /**
   * The edition that judges an entity; empty where none does, and then it gets no row.
   *
   * @param fields the entity's fields by name
   * @throws ToolException.Policy where two cohorts hold it
   */
  public Optional<Programme> of(EntityId entity, Function<String, Value> fields) {
    List<Programme> holding = cohorts.stream().filter(edition -> holds(edition, fields)).toList();
    if (holding.size() > 1) {
      throw new ToolException.Policy(
          Message.of(
              "programme.editions.cohort",
              holding.get(1).file(),
              entity.id(),
              holding.get(0).edition(),
              holding.get(1).edition(),
              holding.get(1).id()));
    }
    return holding.isEmpty() ? effective.stream().findFirst() : Optional.of(holding.getFirst());
  }

  private static boolean holds(Programme edition, Function<String, Value> fields) {
    Programme.Cohort cohort = edition.cohort();
    return cohort != null
        && fields
            .apply(cohort.field())
            .findDay()
            .filter(day -> cohort.from() == null || !day.isBefore(cohort.from()))
            .filter(day -> cohort.to() == null || !day.isAfter(cohort.to()))
            .isPresent();
  }
}
