package dev.partnerops.generating;

import dev.partnerops.generating.Dice.Kind;
import java.io.IOException;

/**
 * The promoters and their live sessions. A promoter is known by its rank in sales; the first tenth
 * are on air some twice a week, the others once in two months.
 */
final class Promoters {

  static final long FIRST_ID = 30_000_001L;

  static final String HEADER = "promoter_id,name,followers,joined_on,status";
  static final String SESSION_HEADER =
      "session_id,promoter_id,base_provider_id,started_at,ended_at";

  private static final int OFTEN = 4;
  private static final int SELDOM = 60;
  private static final int EARLIEST_HOUR = 9;
  private static final int LATEST_HOUR = 20;

  /** More than any day since 1970-01-01, to number pairs of a partner and a day. */
  private static final long DAYS = 1 << 20;

  private final Scale scale;
  private final int count;

  Promoters(Scale scale) {
    this.scale = scale;
    this.count = scale.promoters();
  }

  int count() {
    return count;
  }

  long id(int rank) {
    return FIRST_ID + rank;
  }

  /** The hour at which the promoter goes on air that day, or -1 where it does not. */
  int sessionHour(int rank, int epochDay) {
    long hash = Dice.hash(scale.seed(), Kind.SESSION, rank * DAYS + epochDay);
    int every = rank < Math.max(1, count / 10) ? OFTEN : SELDOM;
    if ((hash >>> 33) % every != 0) {
      return -1;
    }
    return EARLIEST_HOUR + (int) ((hash & 0xFFFF) % (LATEST_HOUR - EARLIEST_HOUR + 1));
  }

  /** How long the session of that day lasts, in seconds; it ends the same day. */
  int sessionSeconds(int rank, int epochDay) {
    long hash = Dice.hash(scale.seed(), Kind.SESSION, rank * DAYS + epochDay);
    return (int) (7_200 + ((hash >>> 16) & 0xFFFF) % 6_000);
  }

  /** Sessions are numbered by day and promoter, so that no two are alike. */
  long sessionId(int rank, int epochDay) {
    return epochDay * 10_000_000L + rank + 1;
  }

  void write(CsvBytes csv) throws IOException {
    for (int rank = 0; rank < count; rank++) {
      int luck = number(rank);
      csv.number(id(rank));
      csv.text(Words.ANCHORS.get(luck % Words.ANCHORS.size()), rank + 1L);
      csv.number(800 + luck % 90_000 + 3_000_000L / (rank + 1));
      csv.day(scale.firstDay() - 700 + luck % 690);
      csv.text(status(luck / 690 % 100));
      csv.endRow();
    }
  }

  static String status(int percent) {
    if (percent < 2) {
      return "closed";
    }
    return percent < 4 ? "suspended" : "active";
  }

  /** Sessions in order of days; every other one in the base of a provider that keeps one. */
  void writeSessions(CsvBytes csv, Providers providers) throws IOException {
    for (int day = scale.firstDay(); day <= scale.lastDay(); day++) {
      for (int rank = 0; rank < count; rank++) {
        int hour = sessionHour(rank, day);
        if (hour < 0) {
          continue;
        }
        long start = day * 86_400L + hour * 3_600L;
        csv.number(sessionId(rank, day));
        csv.number(id(rank));
        int luck = number(rank);
        if (luck % 2 == 0 && providers.inRole(Providers.INDUSTRIAL_BELT) > 0) {
          csv.number(providers.pick(Providers.INDUSTRIAL_BELT, luck));
        } else {
          csv.empty();
        }
        csv.time(start);
        csv.time(start + sessionSeconds(rank, day));
        csv.endRow();
      }
    }
  }

  private int number(int rank) {
    return (int) (Dice.hash(scale.seed(), Kind.PROMOTER, rank) >>> 33);
  }
}
