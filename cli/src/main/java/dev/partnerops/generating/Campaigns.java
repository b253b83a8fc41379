package dev.partnerops.generating;

import dev.partnerops.generating.Dice.Kind;
import java.io.IOException;

/**
 * What merchants spend and earn beside their orders: promotions, tasks, figures of other systems.
 */
final class Campaigns {

  static final String PROMOTION_HEADER =
      "day,merchant_id,spend,impressions,new_followers,orders,gmv";
  static final String TASK_HEADER = "campaign,day,merchant_id,task,users,visits,reward";
  static final String FIGURE_HEADER =
      "metric,subject_type,subject_id,day,value,numerator,denominator";

  private static final int PROMOTE_ONE_IN = 50;
  private static final int PROMOTE_EVERY = 7;
  private static final int TASKS_ONE_IN = 100;
  private static final int TASK_DAYS = 8;
  private static final int FIGURES_ONE_IN = 20;
  private static final int FIGURES_EVERY = 30;

  /** More than any day since 1970-01-01, to number pairs of a partner and a day. */
  private static final long DAYS = 1 << 20;

  private final Scale scale;
  private final Merchants merchants;

  Campaigns(Scale scale, Merchants merchants) {
    this.scale = scale;
    this.merchants = merchants;
  }

  /** One merchant in fifty promotes about once a week. */
  void writePromotions(CsvBytes csv) throws IOException {
    for (int day = scale.firstDay(); day <= scale.lastDay(); day++) {
      for (int rank = 0; rank < merchants.count(); rank += PROMOTE_ONE_IN) {
        Dice dice = dice(Kind.PROMOTION, day, rank);
        if (dice.below(PROMOTE_EVERY) != 0 || merchants.joinedOn(rank) > day) {
          continue;
        }
        int yuan = 200 + dice.below(3_000);
        int orders = dice.below(1 + yuan / 50);
        csv.day(day);
        csv.number(merchants.id(rank));
        csv.money(yuan * 100L);
        csv.number(yuan * (30L + dice.below(40)));
        csv.number(dice.below(yuan));
        csv.number(orders);
        csv.money(orders * merchants.priceFen(rank, 0));
        csv.endRow();
      }
    }
  }

  /** In the last eight days one merchant in a hundred earns two tasks a day. */
  void writeTasks(CsvBytes csv) throws IOException {
    int first = Math.max(scale.firstDay(), scale.lastDay() - TASK_DAYS + 1);
    for (int day = first; day <= scale.lastDay(); day++) {
      for (int rank = 0; rank < merchants.count(); rank += TASKS_ONE_IN) {
        Dice dice = dice(Kind.TASK, day, rank);
        writeTask(csv, day, rank, "签到", dice);
        writeTask(csv, day, rank, "直播满2小时", dice);
      }
    }
  }

  private void writeTask(CsvBytes csv, int day, int rank, String task, Dice dice)
      throws IOException {
    int users = 10 + dice.below(800);
    csv.text("116购物狂欢节");
    csv.day(day);
    csv.number(merchants.id(rank));
    csv.text(task);
    csv.number(users);
    csv.number(users * (1L + dice.below(4)));
    csv.money(users * 50L);
    csv.endRow();
  }

  /** Once a month one merchant in twenty has a shop score and a reply rate. */
  void writeFigures(CsvBytes csv) throws IOException {
    for (int day = scale.firstDay() + FIGURES_EVERY - 1;
        day <= scale.lastDay();
        day += FIGURES_EVERY) {
      for (int rank = 0; rank < merchants.count(); rank += FIGURES_ONE_IN) {
        Dice dice = dice(Kind.FIGURE, day, rank);
        writeFigure(csv, "shop_score", day, rank);
        csv.money(380 + dice.below(121));
        csv.empty();
        csv.empty();
        csv.endRow();
        int asked = dice.below(200);
        writeFigure(csv, "reply_rate", day, rank);
        csv.empty();
        csv.number(asked - dice.below(1 + asked / 5));
        csv.number(asked);
        csv.endRow();
      }
    }
  }

  private void writeFigure(CsvBytes csv, String metric, int day, int rank) throws IOException {
    csv.text(metric);
    csv.text("merchant");
    csv.number(merchants.id(rank));
    csv.day(day);
  }

  private Dice dice(Kind kind, int day, int rank) {
    return new Dice().start(scale.seed(), kind, rank * DAYS + day);
  }
}
