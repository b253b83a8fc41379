package dev.partnerops.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.Invocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole imports of data sets that are kept as rows. */
final class ImportCommandTest {

  private static final String LEADERS = "leader_id,name,kind,joined_on,status\n";

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

  private String imported(String... words) {
    Invocation invocation = run(words);
    return invocation.stdout().lines().skip(1).reduce((a, b) -> a + "\n" + b).orElse("")
        + " exit "
        + invocation.exit();
  }

  private String leaders() {
    return new StoreRows(folder).text("leaders");
  }

  @Test
  void isANoOpTheSecondTime() throws IOException {
    write("a.csv", LEADERS + "L1,Ann,unit,2020-03-01,\n");
    assertThat(run("import", "leaders", "a.csv"))
        .isEqualTo(
            new Invocation(
                0,
                "dataset,file,batch,status,rows,inserted,amended,unchanged,rejected,amount\n"
                    + "leaders,a.csv,1,imported,1,1,0,0,0,\n",
                ""));
    Invocation again = run("import", "leaders", "a.csv");
    assertThat(again.stdout()).endsWith("leaders,a.csv,1,already_imported,0,0,0,0,0,\n");
    assertThat(again.stderr())
        .isEqualTo(
            "a.csv was imported before, as batch 1; nothing to do (--again imports it anew)\n");
    assertThat(imported("import", "leaders", "a.csv", "--again"))
        .isEqualTo("leaders,a.csv,2,imported,1,0,0,1,0, exit 0");
  }

  @Test
  void knowsAFileByItsDecompressedBytes() throws IOException {
    String text = LEADERS + "L1,Ann,unit,2020-03-01,\n";
    write("a.csv", text);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (String half : List.of(text.substring(0, 20), text.substring(20))) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(half.getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.write(folder.resolve("b.csv.gz"), packed.toByteArray());
    assertThat(imported("import", "leaders", "a.csv", "b.csv.gz"))
        .isEqualTo(
            "leaders,a.csv,1,imported,1,1,0,0,0,\nleaders,b.csv.gz,1,already_imported,0,0,0,0,0, exit 0");
  }

  @Test
  void keepsTheOldValuesOfAnAmendedRow() throws IOException {
    write("a.csv", LEADERS + "L1,Ann,unit,2020-03-01,active\nL2,Bo,unit,2020-03-02,\n");
    write("b.csv", "leader_id,name,status\nL1,Anna,\nL2,Bo,\nL3,Cy,closed\n");
    run("import", "leaders", "a.csv");
    assertThat(imported("import", "leaders", "b.csv"))
        .isEqualTo("leaders,b.csv,2,imported,3,1,1,1,0, exit 0");
    // What the file lacks (kind, joined_on) stays, what it has empty (status) is emptied.
    assertThat(leaders())
        .isEqualTo(
            """
            L1 Anna unit 2020-03-01 null
            L2 Bo unit 2020-03-02 null
            L3 Cy null null closed
            """);
    assertThat(new StoreRows(folder).history("leaders"))
        .isEqualTo(
            """
            1 2 2 L1 Ann unit 2020-03-01 active
            1 null 3 L2 Bo unit 2020-03-02 null
            2 null 2 L1 Anna unit 2020-03-01 null
            2 null 4 L3 Cy null null closed
            """);
  }

  @Test
  void writesRejectsThatCanBeMended() throws IOException {
    write("a.csv", "团长ID;团长名称;note;类型\nL1;Ann;\"x;\ny\";unit\n;Bo;;unit\nL3;Cy\nL4;;;firm\n");
    Invocation first = run("import", "leaders", "a.csv");
    assertThat(first.exit()).isEqualTo(3);
    assertThat(first.stdout()).endsWith("leaders,a.csv,,failed,4,0,0,0,3,\n");
    assertThat(first.stderr())
        .isEqualTo(
            """
            a.csv:4: 团长ID: is empty, and every row needs it; fill it in
            a.csv:5: has 2 cells where the header has 4; add what is missing
            a.csv:6: 团长名称: is empty, and every row needs it; fill it in
            a.csv: columns that leaders has no place for were ignored: note
            a.csv: 3 of 4 rows were rejected, more than --max-rejects 0 allows, so nothing was imported; mend the rows\
             in FOLDER/a.csv.rejects.csv, or allow more
            """
                .replace("FOLDER", folder.toString()));
    assertThat(leaders()).isEmpty();
    Path rejects = folder.resolve("a.csv.rejects.csv");
    assertThat(Files.readString(rejects))
        .isEqualTo(
            """
            团长ID,团长名称,note,类型,reject_line,reject_column,reject_reason
            ,Bo,,unit,4,团长ID,"is empty, and every row needs it; fill it in"
            L3,Cy,,,5,,has 2 cells where the header has 4; add what is missing
            L4,,,firm,6,团长名称; 类型,"is empty, and every row needs it; fill it in; ""firm"" is none of unit (机构),\
             individual (个人); write one of these"
            """);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rejects)))
        .isEqualTo("rw-------");

    assertThat(imported("import", "leaders", "a.csv", "--max-rejects", "3"))
        .isEqualTo("leaders,a.csv,1,imported,4,1,0,0,3, exit 0");
    Files.writeString(
        rejects,
        Files.readString(rejects).replace("\n,Bo", "\nL2,Bo").replace("L4,,,firm", "L4,Di,,unit"));
    Invocation mended = run("import", "leaders", "a.csv.rejects.csv");
    assertThat(mended.stdout()).endsWith("leaders,a.csv.rejects.csv,2,imported,3,3,0,0,0,\n");
    assertThat(leaders()).hasLineCount(4);
  }

  @ParameterizedTest
  @CsvSource({"2,0", "50%,0", "1,3", "49.9%,3", "0,3"})
  void countsRejectsAgainstTheLimit(String limit, int exit) throws IOException {
    write("a.csv", "leader_id,name\nL1,Ann\n,Bo\n,Cy\nL4,Di\n");
    assertThat(run("import", "leaders", "a.csv", "--max-rejects", limit).exit()).isEqualTo(exit);
  }

  @Test
  void rejectsUnlikeRowsOfOneKey() throws IOException {
    write("a.csv", "leader_id,name\nL1,Ann\nL2,Bo\nL1,Anna\nL2,Bo\nL1,Ann\n");
    Invocation invocation = run("import", "leaders", "a.csv", "--max-rejects", "3");
    assertThat(invocation.stdout()).endsWith("leaders,a.csv,1,imported,5,1,0,1,3,\n");
    assertThat(invocation.stderr())
        .startsWith(
            """
            a.csv:2: L1 stands again on line 4 with something else; keep one of them, or import with --last-wins
            a.csv:4: L1 stands again on line 2 with something else; keep one of them, or import with --last-wins
            a.csv:6: L1 stands again on line 2 with something else; keep one of them, or import with --last-wins
            """);
    assertThat(imported("import", "leaders", "a.csv", "--last-wins", "--again"))
        .isEqualTo("leaders,a.csv,2,imported,5,1,0,4,0, exit 0");
    assertThat(leaders()).isEqualTo("L1 Ann null null null\nL2 Bo null null null\n");
  }

  @Test
  void failsWhereExpectationsAreNotMet() throws IOException {
    write("p.csv", "day,merchant_id,spend\n2020-09-01,M1,\"1,200.50\"\n2020-09-02,M1,0.5\n");
    assertThat(imported("import", "promotions", "p.csv", "--expect", "rows=2,amount=1,201.00"))
        .isEqualTo("promotions,p.csv,1,imported,2,2,0,0,0,1201.00 exit 0");
    Invocation other =
        run("import", "promotions", "p.csv", "--again", "--expect", "rows=2,amount=1201.01");
    assertThat(other.exit()).isEqualTo(3);
    assertThat(other.stderr())
        .isEqualTo(
            "p.csv: its money is 1201.00, not the 1201.01 expected (0 rejects whose money cannot be read), so nothing"
                + " was imported\n");
    assertThat(run("import", "promotions", "p.csv", "--again", "--expect", "rows=3").stderr())
        .isEqualTo("p.csv: has 2 rows, not the 3 expected, so nothing was imported\n");
  }

  @Test
  void countsTheMoneyOfRejects() throws IOException {
    write(
        "t.csv",
        "campaign,day,merchant_id,task,reward\nc,2020-10-01,M1,a,5\nc,day,M1,a,2.50\nc,2020-10-01,M1,b,x\n");
    Invocation invocation =
        run("import", "tasks", "t.csv", "--max-rejects", "2", "--expect", "amount=7.50");
    assertThat(invocation.stderr()).contains("its money is 7.50, not the 7.50 expected (1 rejects");
    assertThat(imported("import", "tasks", "t.csv", "--max-rejects", "2"))
        .isEqualTo("tasks,t.csv,1,imported,3,1,0,0,2,7.50 exit 0");
  }

  @Test
  void judgesOverlapsAfterTheWholeFile() throws IOException {
    String header = "provider_id,role,subject_type,subject_id,from_on,to_on\n";
    write(
        "a.csv",
        header
            + "P2,mcn,promoter,D1,2020-03-01,\n"
            + "P1,mcn,promoter,D1,2020-01-01,2020-02-29\n"
            + "P3,mcn,promoter,D1,2020-02-29,2020-02-29\n"
            + "P4,mcn,merchant,D1,2020-01-01,\n"
            + "P5,training,promoter,D1,2020-01-01,\n"
            + "P6,mcn,promoter,D2,2020-01-01,\n"
            + "P7,mcn,promoter,D2,2020-01-01,\n");
    Invocation first = run("import", "affiliations", "a.csv", "--max-rejects", "3");
    assertThat(first.stdout()).endsWith("affiliations,a.csv,1,imported,7,4,0,0,3,\n");
    assertThat(first.stderr())
        .contains("a.csv:4: another provider")
        .contains("a.csv:7: ")
        .contains("a.csv:8: ");
    // The stored one stays; ended in the same file, it makes room.
    write("b.csv", header + "P8,mcn,promoter,D1,2020-05-01,\n");
    assertThat(run("import", "affiliations", "b.csv").exit()).isEqualTo(3);
    write(
        "c.csv",
        header + "P8,mcn,promoter,D1,2020-05-01,\nP2,mcn,promoter,D1,2020-03-01,2020-04-30\n");
    assertThat(imported("import", "affiliations", "c.csv"))
        .isEqualTo("affiliations,c.csv,2,imported,2,1,1,0,0, exit 0");
    write("d.csv", header + "P1,mcn,promoter,D9,2020-05-01,2020-04-30\n");
    assertThat(run("import", "affiliations", "d.csv").stderr())
        .startsWith("d.csv:2: to_on: to_on comes before from_on 2020-05-01; correct one of them\n");
  }

  @Test
  void withdrawsTheLastBatchFirst() throws IOException {
    write("a.csv", "leader_id,name\nL1,Ann\nL2,Bo\n");
    write("b.csv", "leader_id,name\nL1,Anna\nL3,Cy\n");
    write("c.csv", "leader_id,name\nL3,Cy\n");
    run("import", "leaders", "a.csv", "b.csv", "c.csv");
    assertThat(run("import", "--withdraw", "2"))
        .isEqualTo(
            new Invocation(
                5,
                "",
                "batch 2 cannot be withdrawn while later batches build on its rows: 3; withdraw the last of them"
                    + " first\n"));
    assertThat(imported("import", "--withdraw", "3"))
        .isEqualTo("leaders,c.csv,4,withdrawn,0,0,0,0,0, exit 0");
    assertThat(imported("import", "--withdraw", "2"))
        .isEqualTo("leaders,b.csv,5,withdrawn,2,0,0,0,0, exit 0");
    assertThat(leaders()).isEqualTo("L1 Ann null null null\nL2 Bo null null null\n");
    assertThat(run("import", "--withdraw", "2").exit()).isEqualTo(2);
    assertThat(run("import", "--withdraw", "9").exit()).isEqualTo(2);
    assertThat(imported("import", "--withdraw", "1"))
        .isEqualTo("leaders,a.csv,6,withdrawn,2,0,0,0,0, exit 0");
    assertThat(leaders()).isEmpty();
    assertThat(imported("import", "leaders", "b.csv"))
        .isEqualTo("leaders,b.csv,7,imported,2,2,0,0,0, exit 0");
    assertThat(leaders()).isEqualTo("L1 Anna null null null\nL3 Cy null null null\n");
  }

  @Test
  void givesTheSameRowsInAnyOrderAndAnyParts() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      rows.add("L" + i + ",\"name " + i + "\",unit,2020-03-01,\n");
    }
    write("whole.csv", LEADERS + String.join("", rows));
    run("import", "leaders", "whole.csv");
    String expected = leaders();

    Collections.shuffle(rows, new Random(3));
    Path other = Files.createDirectory(folder.resolve("other"));
    assertThat(Invocation.of(other, "init").exit()).isZero();
    Files.writeString(other.resolve("1.csv"), LEADERS + String.join("", rows.subList(0, 2000)));
    Files.writeString(other.resolve("2.csv"), LEADERS + String.join("", rows.subList(1000, 5000)));
    assertThat(Invocation.of(other, "import", "leaders", "[12].csv").stdout())
        .endsWith(
            "leaders,1.csv,1,imported,2000,2000,0,0,0,\nleaders,2.csv,2,imported,4000,3000,0,1000,0,\n");
    assertThat(new StoreRows(other).text("leaders")).isEqualTo(expected);
  }

  @Test
  void readsStandardInputAndEncodings() throws IOException {
    String text = "团长ID\t团长名称\nL1\t杭州优选招商团\n";
    byte[] bytes = text.getBytes(Charset.forName("GB18030"));
    Invocation invocation =
        Invocation.of(folder, Map.of(), bytes, List.of("import", "leaders", "-"));
    assertThat(invocation.stdout()).endsWith("leaders,stdin,1,imported,1,1,0,0,0,\n");
    assertThat(invocation.stderr())
        .isEqualTo(
            "stdin: read as GB18030, since it is not UTF-8; if that is wrong, name the encoding with --charset\n");
    assertThat(leaders()).isEqualTo("L1 杭州优选招商团 null null null\n");
    assertThat(folder.resolve("store/scratch")).isEmptyDirectory();
    Files.write(folder.resolve("u.csv"), ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE));
    assertThat(imported("import", "leaders", "u.csv"))
        .isEqualTo("leaders,u.csv,2,imported,1,0,0,1,0, exit 0");
    Files.write(folder.resolve("v.csv"), text.getBytes(StandardCharsets.UTF_16LE));
    assertThat(run("import", "leaders", "v.csv").stderr())
        .isEqualTo(
            "v.csv:1: holds NUL characters; this is UTF-16 without its mark (then say --charset UTF-16LE), or no text\n");
    assertThat(imported("import", "leaders", "v.csv", "--charset", "UTF-16LE"))
        .isEqualTo("leaders,v.csv,3,imported,1,0,0,1,0, exit 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "leader_id;name!--delimiter=,!lacks the columns leader_id (团长ID), name (团长名称); with the delimiter , it has:"
            + " leader_id;name; rename them, map them with --map, or name the delimiter with --delimiter",
        "leader_id,团长ID,name!--last-wins!two columns are leader_id: leader_id and 团长ID; delete one of them",
        "leader_id,name,name!--last-wins!the name name stands over column 2 and column 3; rename one of them",
        "leader_id,,name!--last-wins!column 2 of 3 has no name; name it, or delete it",
      })
  void refusesHeaders(String header, String option, String reason) throws IOException {
    write("a.csv", header + "\n");
    Invocation invocation = run("import", "leaders", "a.csv", option);
    assertThat(invocation.exit()).isEqualTo(3);
    assertThat(invocation.stderr()).isEqualTo("a.csv:1: " + reason + "\n");
  }

  @Test
  void goesOnWithTheOtherFiles() throws IOException {
    write("a.csv", "");
    write("b.csv", "leader_id,name\n");
    assertThat(imported("import", "leaders", "a.csv", "none.csv", "b.csv"))
        .isEqualTo(
            "leaders,a.csv,,failed,0,0,0,0,0,\nleaders,none.csv,,failed,0,0,0,0,0,\nleaders,b.csv,1,imported,0,0,0,0,0,"
                + " exit 3");
  }

  @Test
  void mapsForeignFiles() throws IOException {
    write(
        "deals.csv",
        "seller_id,sr_id,won_date,state\nS1,R1,2/26/2018 19:58,won\nS2,R1,3/1/2018 9:05,lost\n");
    write(
        "mappings/deals.yaml",
        """
        dataset: affiliations
        columns: {provider_id: sr_id, subject_id: seller_id, from_on: won_date}
        constants: {role: training, subject_type: merchant}
        formats: {from_on: M/d/yyyy H:mm}
        """);
    Invocation invocation = run("import", "affiliations", "deals.csv", "--map", "deals");
    assertThat(invocation.stdout()).endsWith("affiliations,deals.csv,1,imported,2,2,0,0,0,\n");
    assertThat(new StoreRows(folder).text("affiliations"))
        .isEqualTo(
            "R1 training merchant S1 2018-02-26 null\nR1 training merchant S2 2018-03-01 null\n");
    write(
        "statuses.yaml",
        """
        dataset: merchants
        columns: {merchant_id: seller_id, name: seller_id, status: state}
        constants: {shop_type: self_built, joined_on: 2018-01-01}
        values: {status: {won: active}}
        """);
    assertThat(run("import", "merchants", "deals.csv", "--map", "statuses.yaml").stderr())
        .startsWith(
            "deals.csv:3: state: \"lost\" has no row under values of status in the mapping file; add one, or an else\n");
    Files.writeString(
        folder.resolve("statuses.yaml"),
        Files.readString(folder.resolve("statuses.yaml"))
            .replace("won: active", "won: active, else: closed"));
    assertThat(run("import", "merchants", "deals.csv", "--map", "statuses.yaml").exit()).isZero();
    assertThat(new StoreRows(folder).text("merchants"))
        .isEqualTo(
            "S1 S1 self_built null null null 2018-01-01 active\nS2 S2 self_built null null null 2018-01-01 closed\n");
  }
}
