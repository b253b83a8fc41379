package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code store digest}: the same content has the same digest, other content another. */
final class StoreDigestTest {

  @TempDir private Path folder;

  @Test
  void storesThatWereGivenTheSameAreTheSame() throws IOException {
    Path one = made("one");
    Path other = made("other");
    assertThat(digest(other)).isEqualTo(digest(one));
  }

  @Test
  void anAmendmentOfOneOrderChangesOrdersAndBatchesAlone() throws IOException {
    Path one = made("one");
    String before = digest(one);
    Files.writeString(one.resolve("more.csv"), Workspaces.orders(7, 8, 99));
    assertThat(Invocation.of(one, "import", "orders", "more.csv").exit()).isZero();
    String after = digest(one);
    assertThat(after.lines().filter(line -> before.lines().noneMatch(line::equals)))
        .extracting(line -> line.substring(0, line.indexOf(',')))
        .containsExactly("batch", "batch_builds_on", "orders", "all");
  }

  @Test
  void aNameOfOneMerchantChangesMerchants() throws IOException {
    Path one = made("one");
    String before = digest(one);
    Files.writeString(
        one.resolve("more.csv"),
        "merchant_id,name,shop_type,joined_on\nM1,Other,other,2020-01-01\n");
    assertThat(Invocation.of(one, "import", "merchants", "more.csv").exit()).isZero();
    assertThat(digest(one).lines().filter(line -> before.lines().noneMatch(line::equals)))
        .extracting(line -> line.substring(0, line.indexOf(',')))
        .containsExactly("batch", "batch_builds_on", "merchants", "all");
  }

  @Test
  void compactingChangesNothing() throws IOException {
    Path one = made("one");
    for (int i = 1; i <= 8; i++) {
      Files.writeString(one.resolve("more.csv"), Workspaces.orders(i * 100, 2_500, 10 + i));
      assertThat(Invocation.of(one, "import", "orders", "more.csv").exit()).isZero();
    }
    String before = digest(one);
    Invocation compacted = Invocation.of(one, "store", "compact");
    assertThat(compacted.exit()).as(compacted.stderr()).isZero();
    assertThat(compacted.stdout().lines().skip(1).findFirst().orElseThrow()).startsWith("9,3,");
    assertThat(digest(one)).isEqualTo(before);
  }

  private Path made(String name) throws IOException {
    Path workspace = folder.resolve(name);
    Workspaces.make(workspace, 2_500);
    return workspace;
  }

  static String digest(Path workspace) {
    Invocation answer = Invocation.of(workspace, "store", "digest");
    assertThat(answer.exit()).as(answer.stderr()).isZero();
    assertThat(answer.stderr()).isEmpty();
    return answer.stdout();
  }
}
