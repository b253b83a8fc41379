package dev.partnerops.generating;

import dev.partnerops.generating.Dice.Kind;
import java.io.IOException;

/** The smaller data sets: leaders, bookings, courses, enrolments, violations. */
final class Others {

  static final long FIRST_LEADER = 40_000_001L;

  static final String LEADER_HEADER = "leader_id,name,kind,joined_on,status";
  static final String BOOKING_HEADER =
      "booking_id,leader_id,promoter_id,merchant_id,sku_id,scheduled_at,status,amount";
  static final String COURSE_HEADER = "course_id,provider_id,title,published_on";
  static final String ENROLMENT_HEADER = "course_id,merchant_id,enrolled_on,completed_on,rating";
  static final String VIOLATION_HEADER =
      "violation_id,subject_type,subject_id,occurred_on,severity,points,status";

  private static final String[] SUBJECT_TYPES = {"provider", "merchant", "promoter", "leader"};
  private static final int COURSE_EVERY = 30;
  private static final int MOST_ENROLMENTS = 8;

  private final Scale scale;
  private final Merchants merchants;
  private final Promoters promoters;
  private final Providers providers;

  Others(Scale scale, Merchants merchants, Promoters promoters, Providers providers) {
    this.scale = scale;
    this.merchants = merchants;
    this.promoters = promoters;
    this.providers = providers;
  }

  void writeLeaders(CsvBytes csv) throws IOException {
    for (int place = 0; place < scale.leaders(); place++) {
      Dice dice = new Dice().start(scale.seed(), Kind.LEADER, place);
      csv.number(FIRST_LEADER + place);
      csv.text(Words.of("招商团"), place + 1L);
      csv.text(dice.below(3) == 0 ? "individual" : "unit");
      csv.day(scale.firstDay() - 30 - dice.below(300));
      csv.text(Promoters.status(dice.below(100)));
      csv.endRow();
    }
  }

  /** Each leader books some promoter every fourth day. */
  void writeBookings(CsvBytes csv) throws IOException {
    long number = 0;
    for (int day = scale.firstDay(); day <= scale.lastDay(); day++) {
      for (int place = day & 3; place < scale.leaders(); place += 4) {
        Dice dice = new Dice().start(scale.seed(), Kind.BOOKING, number);
        int rank = dice.below(merchants.count());
        csv.number(70_000_000_001L + number);
        csv.number(FIRST_LEADER + place);
        csv.number(promoters.id(dice.longTail(promoters.count())));
        csv.number(merchants.id(rank));
        csv.number(merchants.sku(rank, 0));
        csv.time(day * 86_400L + (10 + dice.below(12)) * 3_600L);
        csv.text(bookingStatus(dice.below(100), scale.lastDay() - day));
        csv.money((200 + dice.below(5_000)) * 100L);
        csv.endRow();
        number++;
      }
    }
  }

  private static String bookingStatus(int percent, int daysAgo) {
    if (percent < 7) {
      return "cancelled";
    }
    if (percent < 15) {
      return "no_show";
    }
    return daysAgo == 0 ? "booked" : "fulfilled";
  }

  void writeCourses(CsvBytes csv) throws IOException {
    for (long course = 0; course < courses(); course++) {
      csv.number(80_000_001L + course);
      csv.number(providers.pick(Providers.TRAINING, (int) (course % Integer.MAX_VALUE)));
      csv.text(Words.of("开店课程"), course + 1);
      csv.day(published(course));
      csv.endRow();
    }
  }

  void writeEnrolments(CsvBytes csv) throws IOException {
    for (long course = 0; course < courses(); course++) {
      Dice dice = new Dice().start(scale.seed(), Kind.COURSE, -course - 1);
      int enrolments = Math.min(dice.below(MOST_ENROLMENTS + 1), merchants.count());
      int first = dice.below(merchants.count());
      for (int place = 0; place < enrolments; place++) {
        int day = published(course) + dice.below(40);
        boolean completed = dice.below(10) < 7;
        csv.number(80_000_001L + course);
        csv.number(merchants.id((first + place) % merchants.count()));
        csv.day(day);
        if (completed) {
          csv.day(day + 3 + dice.below(20));
          csv.number(3 + dice.below(3));
        } else {
          csv.empty();
          csv.empty();
        }
        csv.endRow();
      }
    }
  }

  private long courses() {
    return (long) providers.inRole(Providers.TRAINING) * (1 + scale.days() / COURSE_EVERY);
  }

  private int published(long course) {
    long hash = Dice.hash(scale.seed(), Kind.COURSE, course);
    return scale.firstDay() + (int) ((hash >>> 33) % scale.days());
  }

  /** One in fifty of the partners of each kind, once. */
  void writeViolations(CsvBytes csv) throws IOException {
    long number = 0;
    long[] firstIds = {Providers.FIRST_ID, Merchants.FIRST_ID, Promoters.FIRST_ID, FIRST_LEADER};
    int[] counts = {providers.count(), merchants.count(), promoters.count(), scale.leaders()};
    for (int type = 0; type < SUBJECT_TYPES.length; type++) {
      for (int place = 0; place < counts[type]; place++) {
        Dice dice = new Dice().start(scale.seed(), Kind.VIOLATION, firstIds[type] + place);
        if (dice.below(50) != 0) {
          continue;
        }
        int severity = dice.below(10);
        csv.number(90_000_001L + number++);
        csv.text(SUBJECT_TYPES[type]);
        csv.number(firstIds[type] + place);
        csv.day(scale.firstDay() + dice.below(scale.days()));
        csv.text(severity < 6 ? "minor" : severity < 9 ? "major" : "severe");
        csv.number(severity < 6 ? 2 : severity < 9 ? 6 : 12);
        csv.text(dice.below(10) == 0 ? "revoked" : "confirmed");
        csv.endRow();
      }
    }
  }
}
