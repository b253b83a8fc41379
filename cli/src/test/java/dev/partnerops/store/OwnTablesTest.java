package dev.partnerops.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerops.model.ToolException;
import dev.partnerops.output.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnTablesTest {

  private static final StoreUse USE = new StoreUse("test", Duration.ZERO, Clock.systemUTC());

  private static final OwnSchema.Column ID = column("review_id", "text", "varchar(4000)", true);
  private static final OwnSchema.Column STARS = column("stars", "integer", "bigint", false);
  private static final OwnSchema.Column TIP = column("tip", "money", "decimal(18, 2)", false);
  private static final OwnSchema.Column COUNTRY = column("country", "text", "varchar(4000)", false);

  @TempDir private Path folder;
  private StoreFolder store;

  @BeforeEach
  void makeStore() {
    store = new StoreFolder(folder.resolve("store"));
    Store.create(store, USE);
  }

  private static OwnSchema.Column column(String name, String type, String sqlType, boolean key) {
    return new OwnSchema.Column(name, type, sqlType, key, "datasets/a.yaml", 4);
  }

  private static String said(ToolException fault) {
    return new Messages(Locale.ENGLISH).text(fault.text());
  }

  private static StoreUse with(OwnSchema.Table... tables) {
    return USE.adding(new OwnSchema(List.of(tables)));
  }

  private static OwnSchema.Table reviews(OwnSchema.Column... columns) {
    return new OwnSchema.Table("reviews", false, "datasets/a.yaml", List.of(columns));
  }

  private static OwnSchema.Table shipped(String name, OwnSchema.Column... columns) {
    return new OwnSchema.Table(name, true, "datasets/b.yaml", List.of(columns));
  }

  /** As the user of queries sees it: names of the columns, then rows. */
  private List<String> seen(StoreUse use, String query) throws SQLException {
    try (Store open = Store.openToRead(store, use);
        Connection reader = open.openReader(open.lastBatch());
        Statement statement = reader.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> lines = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        names.add(rows.getMetaData().getColumnLabel(i));
      }
      lines.add(String.join(" ", names));
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= names.size(); i++) {
          cells.add(String.valueOf(rows.getString(i)));
        }
        lines.add(String.join(" ", cells));
      }
      return lines;
    }
  }

  private void write(StoreUse use, String... statements) throws SQLException {
    try (Store open = Store.openToWrite(store, use);
        Statement statement = open.connection().createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
      statement.execute(
          "insert into base.batch (batch, dataset, file, digest, action, rows_read, rows_inserted,"
              + " rows_amended, rows_unchanged, rows_rejected, money_unread, published_at,"
              + " checksum) select coalesce(max(batch), 0) + 1, 'reviews', 'r.csv', 'd', 'import',"
              + " 0, 0, 0, 0, 0, 0, timestamp with time zone '2020-11-05 00:00:00+08', 0 from"
              + " base.batch");
      open.publish();
    }
  }

  @Test
  void aReaderIsTheFirstToSeeADataSetThatNobodyImported() throws SQLException {
    assertThat(seen(with(reviews(ID, STARS)), "select * from reviews"))
        .containsExactly("REVIEW_ID STARS");
    assertThat(seen(USE, "select * from history_reviews"))
        .containsExactly("BATCH FILE LINE REPLACED_BY REVIEW_ID STARS");
  }

  @Test
  void addedColumnsAreEmptyInRowsThatCameBefore() throws SQLException {
    write(
        USE, "insert into base.leaders (batch_in, line, leader_id, name) values (1, 2, 'L', 'Li')");
    StoreUse wider = with(shipped("leaders", COUNTRY));

    assertThat(seen(wider, "select leader_id, status, country from leaders"))
        .containsExactly("LEADER_ID STATUS COUNTRY", "L active null");
    assertThat(seen(wider, "select country, line from history_leaders"))
        .containsExactly("COUNTRY LINE", "null 2");
  }

  @Test
  void aColumnMayComeLater() throws SQLException {
    write(
        with(reviews(ID, STARS)),
        "insert into base.own_reviews (batch_in, line, review_id, stars) values (1, 2, 'R', 5)");

    assertThat(seen(with(reviews(ID, TIP, STARS)), "select * from reviews"))
        .containsExactly("REVIEW_ID STARS TIP", "R 5 null");
    // Whose file lacks it leaves it where it is.
    assertThat(seen(with(reviews(ID)), "select tip from reviews")).containsExactly("TIP", "null");
  }

  @Test
  void ordersShowAddedColumnsBehindTheirs() throws SQLException {
    StoreUse wider = with(shipped("orders", TIP));

    assertThat(seen(wider, "select rating, tip from orders")).containsExactly("RATING TIP");
    assertThat(seen(wider, "select line, tip from history_orders")).containsExactly("LINE TIP");
    StoreUse widest = with(shipped("orders", TIP, COUNTRY));
    assertThat(seen(widest, "select tip, country from orders")).containsExactly("TIP COUNTRY");
    assertThat(seen(widest, "select batch, tip, country from history_orders"))
        .containsExactly("BATCH TIP COUNTRY");
  }

  @Test
  void refusesATypeThatTheStoreKeepsOtherwise() {
    Store.openToRead(store, with(reviews(ID, STARS))).close();
    StoreUse changed = with(reviews(ID, column("stars", "text", "varchar(4000)", false)));

    assertThatThrownBy(() -> Store.openToRead(store, changed))
        .isInstanceOfSatisfying(
            ToolException.Policy.class,
            fault ->
                assertThat(said(fault))
                    .isEqualTo(
                        "datasets/a.yaml:4: column stars is kept as integer since it first came,"
                            + " and text is kept otherwise; put the type back, or give the column"
                            + " another name"));
    // The store is closed again.
    Store.openToWrite(store, USE).close();
  }

  @Test
  void takesATypeThatIsKeptAlike() throws SQLException {
    Store.openToRead(store, with(reviews(ID, COUNTRY))).close();
    StoreUse listed = with(reviews(ID, column("country", "one_of", "varchar(4000)", false)));

    assertThat(seen(listed, "select country from reviews")).containsExactly("COUNTRY");
  }

  @Test
  void refusesAnotherKey() {
    Store.openToRead(store, with(reviews(ID, STARS))).close();
    OwnSchema.Column more = column("day", "day", "date", true);

    assertThatThrownBy(() -> Store.openToWrite(store, with(reviews(ID, STARS, more))))
        .isInstanceOfSatisfying(
            ToolException.Policy.class,
            fault ->
                assertThat(said(fault))
                    .isEqualTo(
                        "datasets/a.yaml: the key of reviews is review_id since the data set first"
                            + " came, not review_id, day; put it back, or give the data set another"
                            + " name"));
  }

  @Test
  void aKillWhileItIsMadeLeavesTheStoreAsItWas() throws SQLException, IOException {
    // What a killed command leaves is a copy that took nobody's place.
    Path fresh = Files.createDirectory(store.path().resolve("fresh"));
    Files.copy(store.database(), fresh.resolve("partnerops.mv.db"));

    assertThat(seen(with(reviews(ID)), "select * from reviews")).containsExactly("REVIEW_ID");
    assertThat(fresh).doesNotExist();
  }

  @Test
  void aSmallerFileHoldsTheSame() throws SQLException {
    write(
        with(reviews(ID, STARS), shipped("orders", TIP)),
        "insert into base.own_reviews (batch_in, line, review_id, stars) values (1, 2, 'R', 5)");
    try (Store open = Store.openToWrite(store, with(reviews(ID, STARS), shipped("orders", TIP)))) {
      open.shrinkFile((done, all) -> {});
    }

    assertThat(seen(USE, "select * from reviews")).containsExactly("REVIEW_ID STARS", "R 5");
    assertThat(seen(USE, "select tip from orders")).containsExactly("TIP");
  }
}
