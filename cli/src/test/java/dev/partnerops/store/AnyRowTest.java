package dev.partnerops.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.unquotedName;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** A row that has just come is seen. */
final class AnyRowTest {

  @Test
  void aRowOfTheSameTransactionCounts() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
      connection.setAutoCommit(false);
      DSLContext sql = Jooq.over(() -> connection);
      sql.execute("create table kept (number bigint not null)");
      var kept = table(unquotedName("kept"));
      var number = field(unquotedName("number"), Long.class);
      assertThat(AnyRow.of(sql, kept)).isFalse();
      assertThat(AnyRow.where(sql, kept, number.eq(1L))).isFalse();
      sql.insertInto(kept).columns(number).values(1L).execute();
      assertThat(AnyRow.of(sql, kept)).isTrue();
      assertThat(AnyRow.where(sql, kept, number.eq(1L))).isTrue();
      assertThat(AnyRow.where(sql, kept, number.eq(2L))).isFalse();
    }
  }
}
