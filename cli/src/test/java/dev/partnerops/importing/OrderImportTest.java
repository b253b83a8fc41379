package dev.partnerops.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole imports of orders, and what is then known of them. */
final class OrderImportTest {

  private static final String HEADER =
      "order_id,merchant_id,amount,refund_amount,status,paid_at,completed_at\n";

  @TempDir private Path folder;

  @BeforeEach
  void init() {
    assertThat(run("init").exit()).isZero();
  }

  private Invocation run(String... words) {
    return Invocation.of(folder, words);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void rejectsImpossibleOrdersAndTiesTheirMoney() throws IOException {
    write(
        "o.csv",
        HEADER
            + "1,M1,100,,paid,2020-09-01 10:00,\n"
            + "2,M1,100,100.01,refunded,2020-09-01 10:00,\n"
            + "3,M1,-1,,paid,2020-09-01 10:00,\n"
            + "4,M1,5,,completed,2020-09-01 10:00,2020-09-01 09:59:59\n"
            + "5,M1,6,,open,2020-09-01 10:00,\n"
            + "6,M1,7,,paid,2020-09-01 10:00,\n"
            + "6,M1,8,,paid,2020-09-01 10:00,\n"
            + "7,M1,x,,paid,2020-09-01 10:00,\n"
            + "8,M1,9,,paid,2020-09-01 10:00,\n"
            + "8,M1,9.00,,已支付,2020/9/1 10:00,\n");
    Invocation invocation =
        run("import", "orders", "o.csv", "--max-rejects", "7", "--expect", "rows=10");
    assertThat(invocation.stdout()).endsWith("orders,o.csv,1,imported,10,2,0,1,7,243.00\n");
    assertThat(invocation.stderr())
        .isEqualTo(
            """
            o.csv:3: refund_amount: refund 100.01 is above the amount 100.00; correct one of them
            o.csv:4: amount: "-1" is negative; write the amount without its sign, or correct it
            o.csv:5: completed_at: completed before it was paid; correct one of the times
            o.csv:6: status: "open" is none of paid (已支付), shipped (已发货), completed (已完成), cancelled (已取消),\
             refunded (已退款); write one of these
            o.csv:9: amount: "x" is not an amount in yuan; write 1234.50 or 1,234.50
            o.csv:7: 6 stands again on line 8 with something else; keep one of them, or import with --last-wins
            o.csv:8: 6 stands again on line 7 with something else; keep one of them, or import with --last-wins
            o.csv: 7 of 10 rows were rejected; mend FOLDER/o.csv.rejects.csv and import it
            """
                .replace("FOLDER", folder.toString()));
    assertThat(run("import", "orders", "o.csv", "--again", "--last-wins").exit()).isEqualTo(3);
  }

  @Test
  void keepsHistoryAndJudgesAmendmentsWithWhatIsStored() throws IOException {
    write("a.csv", HEADER + "1,M1,100,,paid,2020-09-01 10:00,\n2,M1,50,,paid,2020-09-01 10:00,\n");
    write(
        "b.csv",
        "order_id,merchant_id,amount,status,paid_at,completed_at\n"
            + "1,M1,100,completed,2020-09-01 10:00,2020-09-03 10:00\n2,M1,50,paid,2020-09-01 10:00,\n");
    assertThat(run("import", "orders", "a.csv", "b.csv").stdout())
        .endsWith(
            "orders,a.csv,1,imported,2,2,0,0,0,150.00\norders,b.csv,2,imported,2,0,1,1,0,150.00\n");
    assertThat(
            run(
                    "history",
                    "orders",
                    "1",
                    "--columns",
                    "batch,file,line,replaced_by,status,paid_at,completed_at")
                .stdout())
        .isEqualTo(
            """
            batch,file,line,replaced_by,status,paid_at,completed_at
            1,a.csv,2,2,paid,2020-09-01 10:00:00+08:00,
            2,b.csv,2,,completed,2020-09-01 10:00:00+08:00,2020-09-03 10:00:00+08:00
            """);
    assertThat(run("history", "orders", "9"))
        .isEqualTo(
            new Invocation(
                2, "", "there is no row of orders with the key 9; check its spelling\n"));
    assertThat(run("import", "--withdraw", "1").exit()).isEqualTo(5);
    assertThat(run("import", "--withdraw", "2").exit()).isZero();
    assertThat(run("history", "orders", "1").stdout()).hasLineCount(2);
    assertThat(run("import", "orders", "b.csv").stdout())
        .endsWith("orders,b.csv,4,imported,2,0,1,1,0,150.00\n");
  }

  @Test
  void listsReferencesThatLeadNowhere() throws IOException {
    write(
        "o.csv",
        HEADER
            + "1,M1,1,,paid,2020-09-01 10:00,\n2,M2,1,,paid,2020-09-01 10:00,\n3,M2,1,,paid,2020-09-01 10:00,\n");
    write("m.csv", "merchant_id,name,shop_type,joined_on\nM1,One,self_built,2020-09-01\n");
    write(
        "a.csv",
        "provider_id,role,subject_type,subject_id,from_on\nP1,mcn,merchant,M1,2020-09-01\nP1,mcn,promoter,M1,2020-09-01\n");
    run("import", "orders", "o.csv");
    run("import", "merchants", "m.csv");
    run("import", "affiliations", "a.csv");
    String expected =
        """
        dataset,column,refers_to,values,rows,examples
        affiliations,provider_id,providers,1,2,P1
        affiliations,subject_id,promoters,1,1,M1
        orders,merchant_id,merchants,1,2,M2
        """;
    assertThat(run("check")).isEqualTo(new Invocation(0, expected, ""));
    assertThat(run("check", "--fail-on", "dangling")).isEqualTo(new Invocation(10, expected, ""));
  }

  @Test
  void readsTheSameOrdersFromEveryOrderOfLines() throws IOException {
    StringBuilder up = new StringBuilder(HEADER);
    StringBuilder down = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      String row = i + ",M" + i % 7 + "," + i + ".50,,paid,2020-09-01 10:00,\n";
      up.append(row);
      down.insert(0, row);
    }
    write("up.csv", up.toString());
    write("down.csv", HEADER + down);
    assertThat(run("import", "orders", "up.csv", "down.csv").stdout())
        .contains("orders,up.csv,1,imported,3000,3000,0,0,0,")
        .contains("orders,down.csv,2,imported,3000,0,0,3000,0,");
  }
}
