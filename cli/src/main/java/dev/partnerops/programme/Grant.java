package dev.partnerops.programme;

import dev.partnerops.model.Title;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One benefit of {@code grants:} (SPEC section 4). A service needs no amount. */
public record Grant(
    String benefit,
    Kind kind,
    @Nullable Condition eligible,
    @Nullable String payTo,
    List<String> oncePer,
    @Nullable Amount amount,
    List<Limit> limits,
    List<String> assign,
    @Nullable Expiry expires,
    @Nullable ClawBack clawBack,
    @Nullable Title title,
    Clause clause) {

  public Grant {
    oncePer = List.copyOf(oncePer);
    limits = List.copyOf(limits);
    assign = List.copyOf(assign);
  }

  /** Whether its amount is a rate or bands: a fixed one once booked stays due (RULES 3). */
  public boolean isReckonedAgain() {
    return amount instanceof Amount.Share || amount instanceof Amount.Banded;
  }

  /** Whether its amount is what is due for all time, less what was granted. */
  public boolean isCumulative() {
    return amount instanceof Amount.Banded banded && banded.cumulative();
  }

  public enum Kind {
    CREDIT,
    CASH,
    SERVICE
  }

  /**
   * {@code expires:}: the day a grant expires, which is shown and books nothing (RULES 21).
   *
   * @param from the field whose day it counts from; absent: the day the grant is booked
   */
  public record Expiry(Length after, @Nullable String from, Clause clause) {

    /** So long after that day. */
    public LocalDate on(LocalDate counted) {
      return after.after(counted);
    }
  }

  /**
   * {@code claw_back:}: when what was granted is taken back, once (RULES 21).
   *
   * @param within after the day it was booked, until when it is judged; absent: for ever
   * @param isUnlimited whether it is also taken back from a payout file on
   */
  public record ClawBack(
      Condition when, @Nullable Length within, boolean isUnlimited, Clause clause) {

    /** Whether a grant booked on that day is judged at an evaluation with that end. */
    public boolean isJudged(LocalDate booked, LocalDate end) {
      return within == null || !end.isAfter(within.after(booked));
    }
  }

  /** What a grant is worth, in yuan before rounding. */
  public sealed interface Amount {

    record Fixed(Setting yuan) implements Amount {}

    record Share(Setting rate, Metric.Use of, @Nullable Setting atLeast, @Nullable Setting atMost)
        implements Amount {}

    /** Marginal bands of a metric; {@code cumulative}: F(now) less what was granted. */
    record Banded(
        List<Band> bands,
        Metric.Use of,
        boolean cumulative,
        @Nullable Setting atLeast,
        @Nullable Setting atMost)
        implements Amount {
      public Banded {
        bands = List.copyOf(bands);
      }
    }
  }

  /** A marginal band: {@code upTo} is still inside, absent in the last open one. */
  public record Band(@Nullable Setting upTo, Setting rate, Clause clause) {}

  /**
   * {@code limits:}: per whom, each which span, at most how much, and what happens when it is
   * short.
   */
  public record Limit(
      String per,
      Each each,
      Setting atMost,
      WhenShort whenShort,
      @Nullable String arrival,
      Clause clause) {

    /** The same limit for others. */
    Limit per(String whom) {
      return new Limit(whom, each, atMost, whenShort, arrival, clause);
    }

    public enum Each {
      LIFETIME,
      PERIOD,
      MONTH,
      YEAR
    }

    public enum WhenShort {
      BY_ARRIVAL,
      BY_RANK,
      PRO_RATA,
      REFUSE
    }
  }
}
