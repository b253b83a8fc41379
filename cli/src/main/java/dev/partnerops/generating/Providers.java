package dev.partnerops.generating;

import dev.partnerops.generating.Dice.Kind;
import java.io.IOException;
import java.time.LocalDate;

/**
 * The providers and whom they work for. The n-th provider has the (n mod 4)-th role, one in ten a
 * second one. In each role a merchant or promoter has at most one provider at a time; 5% of the
 * affiliations end in the middle of a month, half of these go on with another provider.
 */
final class Providers {

  static final long FIRST_ID = 50_000_001L;

  static final int TRAINING = 0;
  static final int MCN = 1;
  static final int INDUSTRIAL_BELT = 2;
  static final int SUPPLY_CHAIN = 3;

  static final String HEADER = "provider_id,name,role,applied_on,admitted_on,status";
  static final String AFFILIATION_HEADER = "provider_id,role,subject_type,subject_id,from_on,to_on";

  private static final int ROLES = 4;

  /** In a thousand; some fall before the affiliation begins, so that 5% of all rows end. */
  private static final int CHANGES = 56;

  private final Scale scale;
  private final int count;

  Providers(Scale scale) {
    this.scale = scale;
    this.count = scale.providers();
  }

  int count() {
    return count;
  }

  /** How many providers have this role first. */
  int inRole(int role) {
    return (count - role + ROLES - 1) / ROLES;
  }

  /** The id of one of the providers with this role; there must be one. */
  long pick(int role, int luck) {
    return FIRST_ID + role + (long) ROLES * (luck % inRole(role));
  }

  void write(CsvBytes csv) throws IOException {
    for (int place = 0; place < count; place++) {
      int luck = number(place);
      writeRole(csv, place, place % ROLES, luck);
      if (luck % 10 == 0) {
        writeRole(csv, place, (place + 1) % ROLES, luck);
      }
    }
  }

  private void writeRole(CsvBytes csv, int place, int role, int luck) throws IOException {
    int applied = scale.firstDay() - 400 + luck % 360;
    int percent = luck / 360 % 100;
    csv.number(FIRST_ID + place);
    csv.text(Words.COMPANIES.get(luck % Words.COMPANIES.size()), place + 1L);
    csv.text(Words.ROLES.get(role));
    csv.day(applied);
    if (percent < 5) {
      csv.empty();
      csv.text("applicant");
    } else {
      csv.day(applied + 10 + luck % 20);
      csv.text(percent < 8 ? "exited" : "active");
    }
    csv.endRow();
  }

  void writeAffiliations(CsvBytes csv, Merchants merchants, Promoters promoters)
      throws IOException {
    for (int place = 0; place < merchants.count(); place++) {
      int joined = merchants.joinedOn(merchants.rank(place));
      long id = Merchants.FIRST_ID + place;
      writeAffiliation(csv, TRAINING, "merchant", id, joined, 600);
      writeAffiliation(csv, SUPPLY_CHAIN, "merchant", id, joined, 500);
    }
    for (int rank = 0; rank < promoters.count(); rank++) {
      int from = scale.firstDay() - 90;
      writeAffiliation(csv, MCN, "promoter", promoters.id(rank), from, 500);
      writeAffiliation(csv, INDUSTRIAL_BELT, "promoter", promoters.id(rank), from, 200);
    }
  }

  private void writeAffiliation(
      CsvBytes csv, int role, String subjectType, long subject, int earliest, int perMille)
      throws IOException {
    Dice dice = new Dice().start(scale.seed(), Kind.AFFILIATION, subject * ROLES + role);
    if (inRole(role) == 0 || !dice.perMille(perMille)) {
      return;
    }
    int from = earliest + dice.below(20);
    int first = dice.below(inRole(role));
    int changed = midMonth(scale.firstDay() + dice.below(scale.days()), dice);
    boolean changes = dice.perMille(CHANGES) && changed > from && changed <= scale.lastDay();
    row(csv, role, first, subjectType, subject, from, changes ? changed : 0);
    if (changes && dice.perMille(500) && inRole(role) > 1) {
      row(csv, role, (first + 1) % inRole(role), subjectType, subject, changed + 1, 0);
    }
  }

  /** A day from the 10th to the 20th of the month. */
  private static int midMonth(int day, Dice dice) {
    int dayOfMonth = LocalDate.ofEpochDay(day).getDayOfMonth();
    return day - dayOfMonth + 10 + dice.below(11);
  }

  private void row(
      CsvBytes csv, int role, int place, String subjectType, long subject, int from, int to)
      throws IOException {
    csv.number(pick(role, place));
    csv.text(Words.ROLES.get(role));
    csv.text(subjectType);
    csv.number(subject);
    csv.day(from);
    if (to == 0) {
      csv.empty();
    } else {
      csv.day(to);
    }
    csv.endRow();
  }

  private int number(int place) {
    return (int) (Dice.hash(scale.seed(), Kind.PROVIDER, place) >>> 33);
  }
}
