package dev.partnerops.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PseudonymsTest {

  private static final String ORDERS =
      "order_id,merchant_id,buyer_id,amount,status,paid_at\n"
          + "O1,M1,B1,1.00,paid,2020-09-01 10:00:00\n"
          + "O2,M1,B2,1.00,paid,2020-09-01 10:00:00\n"
          + "O3,M2,B1,1.00,paid,2020-09-01 10:00:00\n";

  @TempDir private Path folder;

  private Invocation run(String... words) {
    return Invocation.of(folder, words);
  }

  private void configure(String text) throws IOException {
    Files.writeString(folder.resolve("partnerops.yaml"), text);
  }

  private void init(String configuration) throws IOException {
    assertThat(run("init").exit()).isZero();
    configure(configuration);
    Files.writeString(folder.resolve("orders.csv"), ORDERS);
  }

  private String buyers() {
    return run("query", "select order_id, buyer_id from orders order by order_id", "--no-header")
        .stdout();
  }

  /** RFC 4231 gives HMAC-SHA256 of "Hi There" under twenty 0x0b: b0344c61d8db3853... */
  @Test
  void areTheFirstBitsOfTheCode() {
    byte[] key = "\u000b".repeat(20).getBytes(StandardCharsets.US_ASCII);
    assertThat(new Pseudonyms(key).of("Hi There"))
        .isEqualTo(Long.toString(0xb0344c61d8db3853L & Long.MAX_VALUE));
  }

  @Test
  void hideBuyersUnderAPrivateKey() throws IOException {
    init("pseudonymise: [buyer_id]\n");
    assertThat(run("import", "orders", "orders.csv").exit()).isZero();
    Path key = folder.resolve("pseudonym.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(key)).matches("[0-9a-f]{64}\n");
    String[] rows = buyers().split("\n");
    String first = rows[0].substring(3);
    assertThat(first).matches("[0-9]{1,19}");
    assertThat(rows[2]).isEqualTo("O3," + first);
    assertThat(rows[1].substring(3)).isNotEqualTo(first).matches("[0-9]{1,19}");
    assertThat(run("import", "orders", "orders.csv", "--again", "--no-header").stdout())
        .endsWith(",3,0,0,3,0,3.00\n");
  }

  @Test
  void refuseToMixTwoKeysOrNone() throws IOException {
    init("pseudonymise: [buyer_id]\n");
    assertThat(run("import", "orders", "orders.csv").exit()).isZero();
    Path key = folder.resolve("pseudonym.key");
    String text = Files.readString(key);

    configure("pseudonymise: []\n");
    assertThat(run("import", "orders", "orders.csv", "--again").exit()).isEqualTo(5);
    configure("pseudonymise: [buyer_id]\n");
    Files.writeString(key, "lost");
    Invocation damaged = run("import", "orders", "orders.csv", "--again");
    assertThat(damaged.exit()).isEqualTo(5);
    assertThat(damaged.stderr()).contains("no key of 64 hex digits");
    Files.delete(key);
    Invocation missing = run("import", "orders", "orders.csv", "--again");
    assertThat(missing.exit()).isEqualTo(5);
    assertThat(missing.stderr()).contains("put the key back");
    assertThat(key).doesNotExist();
    Files.writeString(key, text);
    assertThat(run("import", "orders", "orders.csv", "--again").exit()).isZero();
  }

  @Test
  void areNotBegunOverOrdersThatAreThere() throws IOException {
    init("zone: Asia/Shanghai\n");
    assertThat(run("import", "orders", "orders.csv").exit()).isZero();
    assertThat(buyers()).isEqualTo("O1,B1\nO2,B2\nO3,B1\n");
    configure("pseudonymise: [buyer_id]\n");
    assertThat(run("import", "orders", "orders.csv", "--again").exit()).isEqualTo(5);
    assertThat(folder.resolve("pseudonym.key")).doesNotExist();
  }
}
