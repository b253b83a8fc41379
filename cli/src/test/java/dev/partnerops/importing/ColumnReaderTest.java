package dev.partnerops.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.output.Messages;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColumnReaderTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static Cell read(String dataSet, String column, String cell) {
    Column found = DataSets.shipped().find(dataSet).orElseThrow().findColumn(column).orElseThrow();
    return new ColumnReader(found, ZONE, new Times(ZONE), null).read(CellText.content(cell));
  }

  private static String reason(String dataSet, String column, String cell) {
    return switch (read(dataSet, column, cell)) {
      case Cell.Refused(var message) -> new Messages(Locale.ENGLISH).text(message);
      case Cell.Read(Object value) -> "read " + value;
      case Cell.Absent absent -> "absent";
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "' A1 '|A1",
        "'　A1　'|A1",
        "'A1\t'|A1",
        "'=\"00123\"'|00123",
        "007|007",
        "../../etc/passwd|../../etc/passwd",
        "-rf|-rf",
        "CON|CON",
        "Ａ１|Ａ１",
        "1E5|1E5",
        "2020/9/1|2020/9/1",
      })
  void keepsIdsAsGiven(String cell, String id) {
    assertThat(read("orders", "order_id", cell)).isEqualTo(new Cell.Read(id));
  }

  @Test
  void countsSixtyFourCharactersOfAnId() {
    assertThat(read("orders", "order_id", "x".repeat(64))).isEqualTo(new Cell.Read("x".repeat(64)));
    assertThat(reason("orders", "order_id", "x".repeat(65)))
        .isEqualTo("\"" + "x".repeat(60) + "…\" has 65 characters, an id at most 64; shorten it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orders|order_id|1.23457E+17|\"1.23457E+17\" is what a spreadsheet leaves of a long number; export the column as text",
        "orders|order_id|2E+17|\"2E+17\" is what a spreadsheet leaves of a long number; export the column as text",
        "orders|order_id|a\u0007b|\"aU+0007b\" holds U+0007, a character that nobody sees; delete it",
        "orders|order_id|\ufeffp1|\"U+FEFFp1\" holds U+FEFF, a character that nobody sees; delete it",
        "orders|order_id|''|is empty, and every row needs it; fill it in",
        "orders|amount|12,50|\"12,50\" is not an amount in yuan; write 1234.50 or 1,234.50",
        "orders|amount|1.234|\"1.234\" has more than two decimals in yuan, and nothing is rounded; write fen at most",
        "orders|amount|-1|\"-1\" is negative; write the amount without its sign, or correct it",
        "orders|quantity|1.5|\"1.5\" is not a whole number; write 1234 or 1,234",
        "orders|rating|0|\"0\" is not a rating; write a whole number from 1 to 5",
        "orders|rating|6|\"6\" is not a rating; write a whole number from 1 to 5",
        "orders|rating|4.5|\"4.5\" is not a rating; write a whole number from 1 to 5",
        "orders|paid_at|2020-09-01|\"2020-09-01\" is a day without a time of day; write 2020-09-01 12:30:00, or give the format in a mapping file",
        "orders|paid_at|44075.5|\"44075.5\" is a spreadsheet's number of a time; format the column as date and time, or write 2020-09-01 12:30:00",
        "orders|paid_at|2020-09-31 12:00|\"2020-09-31 12:00\" is not a time; write 2020-09-01 12:30:00",
        "merchants|joined_on|44075|\"44075\" is a spreadsheet's number of a day; format the column as a date, or write 2020-09-01",
        "merchants|joined_on|31/12/2024|\"31/12/2024\" is not a day; write 2020-09-01",
        "merchants|status|open|\"open\" is none of active (正常), suspended (暂停), closed (关闭); write one of these",
        "products|hot|maybe|\"maybe\" is neither yes nor no; write true or false",
        "figures|value|1.00000000001|\"1.00000000001\" has more than 10 decimals, and nothing is rounded; write fewer",
        "promotions|gmv|1e309|\"1e309\" is not an amount in yuan; write 1234.50 or 1,234.50",
      })
  void saysWhatIsWrongAndWhatToWrite(String dataSet, String column, String cell, String reason) {
    assertThat(reason(dataSet, column, cell)).isEqualTo(reason);
  }

  @Test
  void readsEachTypeToItsValue() {
    assertThat(read("orders", "amount", "¥1,234.50"))
        .isEqualTo(new Cell.Read(new BigDecimal("1234.50")));
    assertThat(read("orders", "paid_at", "２０２０-09-01 12:30"))
        .isEqualTo(new Cell.Read(Instant.parse("2020-09-01T04:30:00Z")));
    assertThat(read("merchants", "joined_on", "2020-09-01T00:30:00+09:00"))
        .isEqualTo(new Cell.Read(LocalDate.of(2020, 8, 31)));
    assertThat(read("promoters", "followers", "1.2万")).isEqualTo(new Cell.Read(12000L));
    assertThat(read("products", "hot", "是")).isEqualTo(new Cell.Read(true));
    assertThat(read("products", "hot", "FALSE")).isEqualTo(new Cell.Read(false));
    assertThat(read("orders", "status", "已发货")).isEqualTo(new Cell.Read("shipped"));
    assertThat(read("orders", "status", "Completed")).isEqualTo(new Cell.Read("completed"));
    assertThat(read("providers", "role", "产业带")).isEqualTo(new Cell.Read("industrial_belt"));
    assertThat(read("merchants", "name", "\u001b[31mred"))
        .isEqualTo(new Cell.Read("\u001b[31mred"));
    assertThat(read("orders", "rating", "")).isEqualTo(Cell.ABSENT);
  }

  @Test
  void boundsTexts() {
    assertThat(read("merchants", "name", "x".repeat(4000))).isInstanceOf(Cell.Read.class);
    assertThat(reason("merchants", "name", "x".repeat(4001)))
        .isEqualTo("has 4001 characters, a text at most 4000; shorten it");
    assertThat(reason("merchants", "name", "a\0b"))
        .isEqualTo("\"aU+0000b\" holds a NUL character; delete it");
  }

  @Test
  void readsForeignFormats() {
    Column day =
        DataSets.shipped().find("affiliations").orElseThrow().findColumn("from_on").orElseThrow();
    CellFormat format = CellFormat.find("M/d/yyyy H:mm").orElseThrow();
    ColumnReader reader = new ColumnReader(day, ZONE, new Times(ZONE), format);
    assertThat(reader.read("2/26/2018 19:58")).isEqualTo(new Cell.Read(LocalDate.of(2018, 2, 26)));
    assertThat(reader.read("2/30/2018 19:58")).isInstanceOf(Cell.Refused.class);
    assertThat(reader.read("2018-02-26")).isInstanceOf(Cell.Refused.class);
    assertThat(CellFormat.find("jj")).isEmpty();
  }
}
