package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Readers during a long import (RULES 6): each gets an answer of the state before within a turn,
 * and the import ends as though they had not come. The orders come through a pipe that the test
 * holds open, so that the import lasts as long as it takes.
 */
final class TurnsTest {

  private static final int ORDERS = 60_000;

  @TempDir private Path folder;

  private Path workspace;
  private ToolProcess importer;
  private Writer pipe;
  private int sent;

  @BeforeEach
  void startImport() throws Exception {
    workspace = folder.resolve("workspace");
    Files.createDirectories(workspace);
    assertThat(Invocation.of(workspace, "init").exit()).isZero();
    Path file = workspace.resolve("orders.csv");
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    importer = ToolProcess.start(workspace, "import", "orders", "orders.csv");
    pipe = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    String header = Workspaces.orders(0, 0, 10);
    pipe.write(header);
    send(20_000);
  }

  private void send(int to) throws IOException {
    String rows = Workspaces.orders(sent, to, 10);
    pipe.write(rows.substring(rows.indexOf('\n') + 1));
    pipe.flush();
    sent = to;
  }

  @Test
  void aReaderIsLetInAndTheImportEndsAsWithoutIt() throws Exception {
    try (ToolProcess reader = startReader()) {
      Invocation answer = end(reader);
      assertThat(answer).isEqualTo(new Invocation(0, "n\n0\n", ""));
      assertThat(importer.isRunning()).isTrue();
    }
    assertImportIsWhole();
  }

  @Test
  void aReaderThatIsKilledWhileItWaitsHoldsNobodyUp() throws Exception {
    try (ToolProcess reader = startReader()) {
      Thread.sleep(1_500);
      assertThat(reader.isRunning()).as("it waits for its turn").isTrue();
      reader.kill();
      reader.end();
    }
    assertImportIsWhole();
  }

  @Test
  void aReaderThatDoesNotWaitIsToldWhoHasTheStore() {
    Invocation answer =
        ToolProcess.run(workspace, "query", "select 1 as n from orders", "--wait", "0");
    assertThat(answer.exit()).isEqualTo(6);
    assertThat(answer.stderr())
        .hasLineCount(1)
        .matches("(?s).*in use by import \\(process [0-9]+, started 20.*Z\\); waited 0 s.*");
    importer.close();
  }

  private ToolProcess startReader() {
    return ToolProcess.start(workspace, "query", "select count(*) as n from orders");
  }

  /** Goes on sending, little by little, until the reader has its answer. */
  private Invocation end(ToolProcess reader) throws Exception {
    while (reader.isRunning()) {
      assertThat(sent).as("orders sent while the reader waits").isLessThan(ORDERS);
      send(sent + 100);
      Thread.sleep(100);
    }
    return reader.end();
  }

  private void assertImportIsWhole() throws Exception {
    try (ToolProcess running = importer) {
      send(ORDERS);
      pipe.close();
      Invocation done = running.end();
      assertThat(done.exit()).as(done.stderr()).isZero();
      assertThat(done.stdout()).contains(",imported,60000,60000,0,0,0,");
    }
    Path alone = folder.resolve("alone");
    Files.createDirectories(alone);
    assertThat(Invocation.of(alone, "init").exit()).isZero();
    Files.writeString(alone.resolve("orders.csv"), Workspaces.orders(0, ORDERS, 10));
    assertThat(Invocation.of(alone, "import", "orders", "orders.csv").exit()).isZero();
    String query = "select * from orders order by order_id";
    assertThat(Invocation.of(workspace, "query", query))
        .isEqualTo(Invocation.of(alone, "query", query));
  }
}
