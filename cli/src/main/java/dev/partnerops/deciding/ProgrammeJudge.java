package dev.partnerops.deciding;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Fraction;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Ranking;
import dev.partnerops.programme.Scorecard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Judges the candidates of one edition in the order of SPEC section 4: minimum, scorecard, ladder,
 * ranking. Grants and fees follow in {@code paying}.
 */
public final class ProgrammeJudge {

  private ProgrammeJudge() {}

  /**
   * Decides everything but money.
   *
   * @throws dev.partnerops.model.ToolException.Policy where a value shows a fault of the policy: no
   *     row in a table, a text where a number is asked
   */
  public static Judgement judge(JudgeInput input) {
    List<EntityId> without = new ArrayList<>();
    List<Subject> subjects = subjects(input, without);
    for (Subject subject : subjects) {
      subject.score(Scoring.score(subject));
    }
    rankScores(subjects);
    for (Subject subject : subjects) {
      Ladder ladder = subject.instruments().ladder();
      if (ladder != null) {
        subject.climb(Climbing.climb(ladder, subject));
      }
    }
    giveBadges(subjects);
    HeldClauses heldClauses = new HeldClauses(input.programme());
    List<EntityDecision> decisions = new ArrayList<>(subjects.size());
    Map<EntityId, List<Step>> steps = new LinkedHashMap<>();
    Standing last = Standing.NONE;
    for (Subject subject : subjects) {
      heldClauses.mark(subject);
      // Without a ladder nearly all stand alike: equal standings in a row are one object.
      Standing standing = standing(subject);
      last = standing.equals(last) ? last : standing;
      decisions.add(decision(subject, last));
      if (subject.isTraced()) {
        steps.put(subject.candidate().id(), subject.takeSteps());
      }
    }
    return new Judgement(input, decisions, without, steps, subjects);
  }

  private static List<Subject> subjects(JudgeInput input, List<EntityId> without) {
    List<Subject> subjects = new ArrayList<>(input.candidates().size());
    for (int i = 0; i < input.candidates().size(); i++) {
      String name = Population.segment(input.programme(), input.candidates().get(i));
      Instruments instruments = input.programme().instrumentsOf(name);
      if (instruments.isNothing()) {
        without.add(input.candidates().get(i).id());
      } else {
        subjects.add(new Subject(input, i, name, instruments));
      }
    }
    return subjects;
  }

  /** Whether its segment leaves anything to judge it by (RULES 20). */
  public static boolean hasInstruments(Programme programme, Candidate candidate) {
    return !programme.instrumentsOf(Population.segment(programme, candidate)).isNothing();
  }

  /** Ranks within a segment's own scorecard, over all segments at the top (RULES 16, 20). */
  private static void rankScores(List<Subject> subjects) {
    Map<Clause, List<Subject>> cards = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      Scorecard card = subject.instruments().scorecard();
      if (card != null && subject.score() != null) {
        cards.computeIfAbsent(card.clause(), clause -> new ArrayList<>()).add(subject);
      }
    }
    for (List<Subject> together : cards.values()) {
      together.sort(Comparator.comparing(ProgrammeJudge::scoreOf).reversed());
      int rank = 0;
      for (int i = 0; i < together.size(); i++) {
        boolean shares =
            i > 0 && scoreOf(together.get(i)).compareTo(scoreOf(together.get(i - 1))) == 0;
        rank = shares ? rank : i + 1;
        together.get(i).rank(rank);
      }
    }
  }

  private static Fraction scoreOf(Subject subject) {
    Fraction score = subject.score();
    return score == null ? Fraction.ZERO : score;
  }

  private static void giveBadges(List<Subject> subjects) {
    Map<Clause, List<Subject>> competing = new LinkedHashMap<>();
    Map<Clause, Ranking> rankings = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      Ranking ranking = subject.instruments().ranking();
      if (ranking != null) {
        rankings.put(ranking.clause(), ranking);
        competing.computeIfAbsent(ranking.clause(), clause -> new ArrayList<>()).add(subject);
      } else {
        subject.badge("");
      }
    }
    competing.forEach((clause, together) ->
        Placing.place(Objects.requireNonNull(rankings.get(clause)), together));
    for (Subject subject : subjects) {
      String given = subject.candidate().given().badge();
      if (given != null) {
        subject.badge(given);
      }
    }
  }

  static EntityDecision decision(Subject subject, Standing after) {
    Candidate candidate = subject.candidate();
    Scored scored = subject.scored();
    Climbed climbed = subject.climbed();
    return new EntityDecision(
        candidate.id(),
        candidate.name(),
        subject.segment(),
        scored.status(),
        scored.score(),
        subject.rank(),
        scored.points(),
        climbed == null ? "" : climbed.before(),
        climbed == null ? "" : climbed.after(),
        climbed == null ? "" : climbed.calculated(),
        climbed == null ? null : climbed.action(),
        climbed == null ? scored.reasons() : climbed.reasons(),
        subject.partition(),
        subject.place(),
        subject.placeValue(),
        subject.badge(),
        after);
  }

  /** Without a ladder its place on one waits, as for a change of segment (RULES 20). */
  static Standing standing(Subject subject) {
    Climbed climbed = subject.climbed();
    Standing before = subject.candidate().before();
    return new Standing(
        climbed == null ? before.place() : climbed.place(),
        climbed == null ? before.tier() : climbed.calculated(),
        climbed == null ? before.shown() : climbed.after(),
        subject.badge(),
        climbed == null ? before.misses() : climbed.misses(),
        climbed == null ? before.rises() : climbed.rises(),
        climbed == null ? before.rising() : climbed.rising(),
        climbed == null ? before.exitedOn() : climbed.exitedOn(),
        climbed == null ? before.protection() : climbed.protection(),
        subject.input().evaluation().end(),
        subject.marks(),
        subject.scored().recorded(),
        climbed == null ? before.beneath() : climbed.beneath());
  }
}
