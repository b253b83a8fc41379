package dev.partnerops.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of new files. */
final class InboxTest {

  @TempDir private Path folder;

  @Test
  void whatIsStillBeingWrittenIsLeft() throws IOException {
    for (String name :
        new String[] {"b.csv", "a.csv", "ä.csv", "Z.csv", ".c.csv", "d.part", "e.tmp"}) {
      Files.writeString(folder.resolve(name), "x");
    }
    Files.createDirectory(folder.resolve("done"));
    assertThat(new Inbox(folder).names()).containsExactly("Z.csv", "a.csv", "b.csv", "ä.csv");
  }

  @Test
  void aNameThatIsTakenGetsANumber() throws IOException {
    Inbox inbox = new Inbox(folder);
    assertThat(inbox.freePlace("done", "orders.csv.gz")).isEqualTo("done/orders.csv.gz");
    Files.createDirectory(folder.resolve("done"));
    Files.writeString(folder.resolve("done/orders.csv.gz"), "x");
    assertThat(inbox.freePlace("done", "orders.csv.gz")).isEqualTo("done/orders-2.csv.gz");
    // Its rejects would lie beside another's.
    Files.writeString(folder.resolve("done/orders-2.csv.gz.rejects.csv"), "x");
    assertThat(inbox.freePlace("done", "orders.csv.gz")).isEqualTo("done/orders-3.csv.gz");
    Files.writeString(folder.resolve("done/orders"), "x");
    assertThat(inbox.freePlace("done", "orders")).isEqualTo("done/orders-2");
  }

  @Test
  void aFileMovesWithItsRejects() throws IOException {
    Inbox inbox = new Inbox(folder);
    Files.writeString(folder.resolve("a.csv"), "a");
    Files.writeString(inbox.rejects("a.csv"), "r");
    inbox.move("a.csv", "failed/a-2.csv");
    assertThat(folder.resolve("failed/a-2.csv")).hasContent("a");
    assertThat(folder.resolve("failed/a-2.csv.rejects.csv")).hasContent("r");
    assertThat(inbox.names()).isEmpty();
  }

  @Test
  void whatIsNoFolderIsRefused() {
    assertThatThrownBy(() -> new Inbox(folder.resolve("none")))
        .isInstanceOf(ToolException.Usage.class);
  }
}
