package dev.partnerops.generating;

import dev.partnerops.generating.CsvBytes.DayTexts;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * A whole generated set: one CSV file a data set, named like it, and on request the file of the
 * night after. The same scale gives the same bytes.
 */
public final class GeneratedSet {

  /** The file of the night after, below the folder of the set. */
  public static final String NIGHT_FILE = "night/orders.csv";

  private static final int BEFORE = 1_200;
  private static final int AFTER = 400;
  private static final int ROWS_A_STEP = 1 << 16;

  private final Scale scale;
  private final long nightRows;
  private final DayTexts days;
  private final Merchants merchants;
  private final Promoters promoters;
  private final Providers providers;
  private final OrderMaker maker;

  /** {@code nightRows} is 0 where no file of the night after is wanted. */
  public GeneratedSet(Scale scale, long nightRows) {
    this.scale = scale;
    this.nightRows = nightRows;
    this.days = new DayTexts(scale.firstDay() - BEFORE, scale.lastDay() + AFTER);
    this.merchants = new Merchants(scale);
    this.promoters = new Promoters(scale);
    this.providers = new Providers(scale);
    this.maker = new OrderMaker(scale, merchants, promoters);
  }

  /**
   * The names of the files, in the order in which they are written; orders.csv comes last but the
   * night.
   */
  public List<String> fileNames() {
    return files().keySet().stream().toList();
  }

  /**
   * Writes all files into a folder, which is made where it is missing.
   *
   * @param progress told the number of orders written so far, now and then
   * @return what was written, in the order of {@link #fileNames}
   * @throws ToolException.Resources where the disk refuses
   */
  public List<Written> write(Path folder, LongConsumer progress) {
    List<Written> written = new ArrayList<>();
    for (Map.Entry<String, Made> file : files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Made made = file.getValue();
      try {
        Files.createDirectories(path.toAbsolutePath().getParent());
        try (CsvBytes csv = new CsvBytes(Files.newOutputStream(path), days, made.header())) {
          made.rows().write(csv, progress);
          written.add(new Written(dataset(path), path, csv.rows()));
        }
      } catch (IOException e) {
        throw new ToolException.Resources(Message.of("generating.not-written", path, reason(e)), e);
      }
    }
    return written;
  }

  private static String dataset(Path file) {
    return String.valueOf(file.getFileName()).replace(".csv", "");
  }

  private static String reason(IOException failure) {
    String said = failure.getMessage();
    return said == null ? failure.getClass().getSimpleName() : said;
  }

  private Map<String, Made> files() {
    Others others = new Others(scale, merchants, promoters, providers);
    Campaigns campaigns = new Campaigns(scale, merchants);
    Map<String, Made> files = new LinkedHashMap<>();
    files.put("merchants.csv", made(Merchants.HEADER, merchants::write));
    files.put("providers.csv", made(Providers.HEADER, providers::write));
    files.put("promoters.csv", made(Promoters.HEADER, promoters::write));
    files.put("leaders.csv", made(Others.LEADER_HEADER, others::writeLeaders));
    files.put(
        "affiliations.csv",
        made(
            Providers.AFFILIATION_HEADER,
            csv -> providers.writeAffiliations(csv, merchants, promoters)));
    files.put("products.csv", made(Merchants.PRODUCT_HEADER, merchants::writeProducts));
    files.put(
        "sessions.csv",
        made(Promoters.SESSION_HEADER, csv -> promoters.writeSessions(csv, providers)));
    files.put("bookings.csv", made(Others.BOOKING_HEADER, others::writeBookings));
    files.put("courses.csv", made(Others.COURSE_HEADER, others::writeCourses));
    files.put("enrolments.csv", made(Others.ENROLMENT_HEADER, others::writeEnrolments));
    files.put("violations.csv", made(Others.VIOLATION_HEADER, others::writeViolations));
    files.put("promotions.csv", made(Campaigns.PROMOTION_HEADER, campaigns::writePromotions));
    files.put("tasks.csv", made(Campaigns.TASK_HEADER, campaigns::writeTasks));
    files.put("figures.csv", made(Campaigns.FIGURE_HEADER, campaigns::writeFigures));
    files.put("orders.csv", new Made(MadeOrder.HEADER, this::writeOrders));
    if (nightRows > 0) {
      files.put(NIGHT_FILE, made(MadeOrder.HEADER, new Night(scale, maker, nightRows)::write));
    }
    return files;
  }

  private void writeOrders(CsvBytes csv, LongConsumer progress) throws IOException {
    MadeOrder order = new MadeOrder();
    for (long number = 0; number < scale.orders(); number++) {
      maker.make(number, order);
      order.write(csv);
      if (number % ROWS_A_STEP == 0) {
        progress.accept(number);
      }
    }
    progress.accept(scale.orders());
  }

  private static Made made(String header, Rows rows) {
    return new Made(header, (csv, progress) -> rows.write(csv));
  }

  /** One file of the set: its data set, where it is, how many rows it has. */
  public record Written(String dataset, Path path, long rows) {}

  private record Made(String header, RowsWithProgress rows) {}

  private interface Rows {
    void write(CsvBytes csv) throws IOException;
  }

  private interface RowsWithProgress {
    void write(CsvBytes csv, LongConsumer progress) throws IOException;
  }
}
