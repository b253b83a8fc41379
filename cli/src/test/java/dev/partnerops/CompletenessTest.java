package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --complete} where a batch says that it wrote something else than there is. */
final class CompletenessTest {

  private static final String[] CHECK = {
    "check", "--complete", "2020-09", "--fail-on", "incomplete", "--columns", "subject,outcome,ties"
  };

  @TempDir private Path folder;

  private LedgerDesk desk;

  @BeforeEach
  void make() throws IOException {
    desk = LedgerDesk.ofSeptember(folder.resolve("desk"));
  }

  @Test
  void everythingTiesAsItWasImported() {
    assertThat(desk.done(CHECK)).contains("all,true").doesNotContain("false");
  }

  @Test
  void aControlSumThatDoesNotTieNamesItsBatch() throws SQLException {
    long batch = desk.number("select min(batch) from base.batch where dataset = 'orders'");
    for (String column : new String[] {"rows_inserted", "fen_inserted"}) {
      Object was = desk.change("batch", column, "batch", batch, value -> (Long) value + 1);

      Invocation found = Invocation.of(folder.resolve("desk"), CHECK);

      assertThat(found.exit()).as(column).isEqualTo(10);
      assertThat(found.stdout())
          .contains("batch " + batch + ",in_store,false")
          .contains("orders,all_versions,false");
      desk.change("batch", column, "batch", batch, value -> was);
    }
    assertThat(desk.done(CHECK)).doesNotContain("false");
  }
}
