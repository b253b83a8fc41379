package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.store.Store;
import dev.partnerops.store.StoreFolder;
import dev.partnerops.store.StoreUse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only processes show: locks, signals, pipes, modes, full disks, what a start loads. */
final class ProcessTest {

  private static final String MERCHANTS =
      """
      merchant_id,name,shop_type,joined_on
      M1,One,self_built,2020-09-01
      M2,Two,platform,2020-09-02
      """;
  private static final String ORDERS_HEADER =
      "order_id,merchant_id,sku_id,amount,status,paid_at,channel\n";

  @TempDir private Path folder;

  @BeforeEach
  void makeWorkspace() throws IOException {
    assertThat(Invocation.of(folder, "init").exit()).isZero();
    Files.writeString(folder.resolve("merchants.csv"), MERCHANTS);
  }

  @Test
  void aSecondWriterWaitsThenNamesTheHolder() {
    try (Store held = Store.openToWrite(store(), use("import"))) {
      Invocation second =
          ToolProcess.run(folder, "import", "merchants", "merchants.csv", "--wait", "1");
      assertThat(second.exit()).isEqualTo(6);
      assertThat(second.stderr())
          .contains("import (process " + ProcessHandle.current().pid())
          .contains("started 2020-11-06T02:00:00Z", "waited 1 s")
          .hasLineCount(1);
      assertThat(held.lastBatch()).isZero();
    }
  }

  @Test
  void aSecondWriterGoesOnWhenTheFirstHasEnded() throws Exception {
    try (ToolProcess second = waiting("import", "merchants", "merchants.csv")) {
      assertThat(second.end().exit()).isZero();
    }
    assertThat(lastBatch()).isEqualTo("last_batch,1");
  }

  private ToolProcess waiting(String... words) throws InterruptedException {
    try (Store held = Store.openToWrite(store(), use("import"))) {
      ToolProcess second = ToolProcess.start(folder, words);
      Thread.sleep(1_500);
      assertThat(second.isRunning()).isTrue();
      assertThat(held.lastBatch()).isZero();
      return second;
    }
  }

  @Test
  void readersShareTheStore() {
    try (Store reader = Store.openToRead(store(), use("metrics"))) {
      Invocation other = ToolProcess.run(folder, "store", "info", "--wait", "0");
      assertThat(other.exit()).isZero();
      assertThat(other.stdout()).contains(reader.id());
    }
  }

  @Test
  void everyImportOfSeveralAtOnceCounts() throws IOException {
    for (int i = 0; i < 4; i++) {
      Files.writeString(folder.resolve("m" + i + ".csv"), MERCHANTS.replace("\nM", "\nM" + i));
    }
    List<ToolProcess> importers =
        Stream.of("m0.csv", "m1.csv", "m2.csv", "m3.csv")
            .map(file -> ToolProcess.start(folder, "import", "merchants", file, "--wait", "60"))
            .toList();
    for (ToolProcess importer : importers) {
      try (importer) {
        assertThat(importer.end().exit()).isZero();
      }
    }
    Invocation count = Invocation.of(folder, "query", "select count(*) as n from merchants");
    assertThat(count.stdout()).isEqualTo("n\n8\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"TERM, 143", "INT, 130"})
  void aSignalEndsAnImportAndLeavesTheStore(String signal, int exit) throws Exception {
    assertThat(ToolProcess.run(folder, "import", "merchants", "merchants.csv").exit()).isZero();
    try (ToolProcess importer = ToolProcess.startAtATerminal(folder, "import", "orders", "-")) {
      importer.write(
          stream(ORDERS_HEADER + "O1,M1,S1,10.00,paid,2020-10-01T10:00:00+08:00,live\n"));
      Thread.sleep(2_500);
      assertThat(importer.isRunning()).isTrue();
      importer.signal(signal);
      assertThat(importer.end().exit()).isEqualTo(exit);
    }
    assertThat(lastBatch()).isEqualTo("last_batch,1");
    assertThat(ToolProcess.run(folder, "import", "merchants", "merchants.csv", "--again").exit())
        .isZero();
  }

  @Test
  void aReaderWhoHasGoneEndsItQuietly() {
    Invocation gone =
        ToolProcess.bash(
            folder, "{ sleep 0.3; \"$@\"; } | true; exit ${PIPESTATUS[0]}", "datasets");
    assertThat(gone).isEqualTo(new Invocation(141, "", ""));
  }

  @Test
  void aFullDiskUnderTheAnswerIsSaid() {
    Invocation full = ToolProcess.bash(folder, "\"$@\" > /dev/full", "datasets", "-o", "json");
    assertThat(full.exit()).isEqualTo(8);
    assertThat(full.stderr())
        .isEqualTo("stdout cannot be written (the disk is full); check the folder and its space\n");
  }

  @Test
  void aFullDiskLeavesNoWorkspaceBehind() {
    Invocation full = ToolProcess.bash(folder, "ulimit -f 64; \"$@\"", "init", "fresh");
    assertThat(full.exit()).isEqualTo(8);
    assertThat(full.stderr()).hasLineCount(1).contains("disk is full");
    assertThat(Invocation.of(folder, "store", "info", "-w", "fresh").exit()).isEqualTo(2);
    assertThat(Invocation.of(folder, "init", "fresh").exit()).isZero();
  }

  @Test
  void aFullDiskLeavesOlderBatchesIntact() throws IOException {
    assertThat(ToolProcess.run(folder, "import", "merchants", "merchants.csv").exit()).isZero();
    StringBuilder many = new StringBuilder(ORDERS_HEADER);
    for (int i = 0; i < 20_000; i++) {
      many.append("O").append(i * 7919L % 1_000_003).append(",M1,S").append(i % 977);
      many.append(",").append(i % 9_973).append(".10,paid,2020-10-01T10:00:00+08:00,live\n");
    }
    Files.writeString(folder.resolve("orders.csv"), many);
    long kilobytes = Files.size(store().database()) / 1024 + 40;
    Invocation full =
        ToolProcess.bash(
            folder, "ulimit -f " + kilobytes + "; \"$@\"", "import", "orders", "orders.csv");
    assertThat(full.stderr()).contains("disk is full");
    assertThat(full.exit()).isEqualTo(8);
    assertThat(lastBatch()).isEqualTo("last_batch,1");
    assertThat(ToolProcess.run(folder, "import", "orders", "orders.csv").stdout())
        .contains("imported,20000,20000,0,0,0,");
  }

  @Test
  void whatIsMadeIsPrivateUnderAnyMask() throws IOException {
    String rejects = MERCHANTS + "M3,Three,no_such_type,2020-09-03\n";
    Files.writeString(folder.resolve("some.csv"), rejects);
    assertThat(ToolProcess.bash(folder, "umask 0000; \"$@\"", "init", "open").exit()).isZero();
    ToolProcess.bash(folder, "umask 0000; \"$@\"", "import", "merchants", "some.csv", "-w", "open");
    ToolProcess.bash(
        folder, "umask 0000; \"$@\"", "store", "info", "-w", "open", "--out", "info.csv");
    assertThat(mode(folder.resolve("open/store"))).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(folder.resolve("open/store"))) {
      assertThat(files.filter(Files::isRegularFile).toList())
          .isNotEmpty()
          .allSatisfy(file -> assertThat(mode(file)).as(file.toString()).isEqualTo("rw-------"));
    }
    assertThat(mode(folder.resolve("info.csv"))).isEqualTo("rw-------");
    assertThat(mode(folder.resolve("some.csv.rejects.csv"))).isEqualTo("rw-------");
  }

  @Test
  void anAnswerThatDoesNotFitLeavesTheFileOfBefore() throws IOException {
    Path answer = Files.writeString(folder.resolve("answer.csv"), "before");
    Invocation full =
        ToolProcess.bash(
            folder,
            "ulimit -f 1; \"$@\"",
            "query",
            "select repeat('x', 3000) as x",
            "--out",
            "answer.csv");
    assertThat(full.exit()).isEqualTo(8);
    assertThat(full.stderr()).contains("answer.csv").hasLineCount(1);
    assertThat(answer).hasContent("before");
    assertThat(folder.resolve("answer.csv.part")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --version       | org.h2 org.jooq org.jline org.snakeyaml org.apache.commons.csv
          store info      | org.jooq org.jline
          query values(1) | org.jooq org.jline
          """)
  void loadsNothingThatTheCommandDoesNotNeed(String words, String packages) {
    Invocation done =
        ToolProcess.bash(folder, "JAVA_TOOL_OPTIONS=-verbose:class \"$@\"", words.split(" "));
    assertThat(done.exit()).isZero();
    assertThat(done.stdout()).contains(" dev.partnerops.Wiring ");
    for (String name : packages.split(" ")) {
      assertThat(done.stdout().lines().filter(line -> line.contains("] " + name + ".")))
          .as(words + " and " + name)
          .isEmpty();
    }
  }

  private StoreFolder store() {
    return new StoreFolder(folder.resolve("store"));
  }

  private static StoreUse use(String command) {
    return new StoreUse(command, Duration.ZERO, Invocation.CLOCK);
  }

  private String lastBatch() {
    return Invocation.of(folder, "store", "info")
        .stdout()
        .lines()
        .filter(line -> line.startsWith("last_batch"))
        .findFirst()
        .orElse("");
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
