package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights of one small workspace, one after the other (SPEC section 6; RULES 11, 24). */
final class NightTest {

  private static final String POLICY =
      """
      programme: sellers
      title: {en: Sellers, zh: 卖家}
      edition: 1
      effective: {from: 2020-01-01, to: null}
      entity: merchant
      evaluate: {every: month}
      when_missing: unmet
      scorecard:
        range: [0, 100]
        kpis: [{kpi: sales, metric: net_sales, weight: 100, curve: [[0, 0], [1000, 100]]}]
      ladder: {tiers: [{tier: small}, {tier: large, enter: 50}]}
      """;
  private static final String MERCHANTS =
      "merchant_id,name,shop_type,joined_on\nM1,Tea,other,2020-01-01\n";
  private static final String ORDERS = "order_id,merchant_id,amount,status,paid_at\n";

  @TempDir private Path folder;

  @BeforeEach
  void makeWorkspace() throws IOException {
    assertThat(Invocation.of(folder, "init").exit()).isZero();
    Files.createDirectories(folder.resolve("inbox"));
    policy(POLICY);
    put("merchants.csv", MERCHANTS);
    put("orders.csv", ORDERS + "1,M1,700.00,paid,2020-10-31 10:00\n");
  }

  @Test
  void theSameFileAgainIsDoneAgain() throws IOException {
    assertThat(night("2020-11-05").exit()).isZero();
    put("merchants.csv", MERCHANTS);
    Invocation again = night("2020-11-05");
    assertThat(again.exit()).isZero();
    assertThat(again.stdout()).contains("file,merchants.csv,already_imported,0,1,,\n");
    assertThat(folder.resolve("inbox/done/merchants-2.csv")).hasContent(MERCHANTS);
  }

  @Test
  void aNightOfAnotherDayTakesOverWhatOneThatBrokeOffLeft() throws IOException {
    policy(POLICY.replace("curve", "curves"));
    Invocation broken = night("2020-11-05");
    assertThat(broken.exit()).isEqualTo(4);
    assertThat(broken.stdout()).isEmpty();
    assertThat(folder.resolve("reports/2020-11-05/nightly.json"))
        .content()
        .contains("\"status\": \"failed\"", "\"exit\": 4", "curves", "\"orders.csv\"");
    policy(POLICY);
    Invocation next = night("2020-11-06");
    assertThat(next.exit()).as(next.stderr()).isZero();
    assertThat(next.stderr()).contains("night.resumed as_of=2020-11-06");
    assertThat(next.stdout())
        .contains("file,orders.csv,imported,1,2,,", "run,sellers 2020-10,proposed,1,,1,");
    assertThat(night("2020-11-06").stdout()).contains("night,2020-11-06,nothing_to_do");
  }

  @Test
  void aProposalThatWaitsIsMadeAnewOnlyWhereThatIsAsked() throws IOException {
    assertThat(night("2020-11-05").stdout()).contains("run,sellers 2020-10,proposed,1,,1,");
    put("orders-late.csv", ORDERS + "2,M1,100.00,paid,2020-10-31 11:00\n");
    assertThat(night("2020-11-06").stdout())
        .contains("run,sellers 2020-10,waiting,,,1,waits for: partnerops approve 1");
    assertThat(night("2020-11-06", "--refresh").stdout())
        .contains("run,sellers 2020-10,proposed,1,,2,")
        .doesNotContain("waiting");
    assertThat(runs()).containsExactly("1,superseded", "2,proposed");
    // What has not changed is the same run.
    assertThat(night("2020-11-06", "--refresh").stdout())
        .contains("run,sellers 2020-10,waiting,,,2,", "night,2020-11-06,nothing_to_do");
  }

  @Test
  void aLadderWaitsForThePeriodBefore() throws IOException {
    assertThat(night("2020-11-05").exit()).isZero();
    put("orders-late.csv", ORDERS + "2,M1,100.00,paid,2020-12-31 11:00\n");
    Invocation blocked = night("2020-12-31");
    assertThat(blocked.exit()).isZero();
    assertThat(blocked.stdout())
        .contains(
            "run,sellers 2020-11,waiting,,,,sellers 2020-11 needs the approved run of 2020-10;",
            "run,sellers 2020-12,waiting,,,,sellers 2020-11 needs the approved run of 2020-10;");
    assertThat(Invocation.of(folder, "approve", "1").exit()).isZero();
    assertThat(night("2020-12-31", "--auto-approve").stdout())
        .contains("run,sellers 2020-11,approved,1,,2,", "run,sellers 2020-12,approved,1,,3,");
  }

  @Test
  void ordersMustReachTheEndOrTheDayThatIsSaid() throws IOException {
    put("orders.csv", ORDERS + "1,M1,700.00,paid,2020-10-30 10:00\n");
    Invocation early = night("2020-11-05");
    assertThat(early.exit()).isEqualTo(5);
    assertThat(early.stdout()).contains("run,sellers 2020-10,incomplete,,,,");
    Invocation nothing = night("2020-11-05");
    assertThat(nothing.exit()).isEqualTo(5);
    assertThat(nothing.stdout()).contains("nothing_to_do");
    assertThat(night("2020-11-05", "--complete-to", "2020-10-30").exit()).isZero();
    assertThat(runs()).containsExactly("1,proposed");
  }

  @Test
  void whoMayNotApproveAloneLeavesTheRunWaiting() throws IOException {
    Files.writeString(folder.resolve("partnerops.yaml"), "second_person: true\n");
    Invocation night = night("2020-11-05", "--auto-approve", "--by", "li");
    assertThat(night.exit()).isZero();
    assertThat(night.stdout())
        .contains(
            "run,sellers 2020-10,proposed,1,,1,",
            "run,sellers 2020-10,waiting,,,1,",
            "run 1 was made by li");
    assertThat(Invocation.of(folder, "approve", "1", "--by", "wang").exit()).isZero();
    assertThat(night("2020-11-05").stdout()).contains("nothing_to_do");
  }

  @Test
  void theTextfileKeepsTheLastSuccess() throws IOException {
    String second = "partnerops_nightly_last_success_timestamp_seconds 1604628000\n";
    assertThat(night("2020-11-05", "--prometheus", "night.prom").exit()).isZero();
    Path file = folder.resolve("night.prom");
    assertThat(file).content().contains(second, "partnerops_nightly_exit_code 0\n");
    // node exporter is another user; the reports are nobody else's.
    assertThat(Files.getPosixFilePermissions(file)).contains(PosixFilePermission.GROUP_READ);
    assertThat(Files.getPosixFilePermissions(folder.resolve("reports/2020-11-05/nightly.json")))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    policy(POLICY.replace("curve", "curves"));
    assertThat(night("2020-11-05", "--prometheus", "night.prom").exit()).isEqualTo(4);
    assertThat(file).content().contains(second, "partnerops_nightly_exit_code 4\n");
    policy(POLICY);
    assertThat(night("2020-11-05", "--prometheus", "night.prom").exit()).isZero();
    assertThat(file).content().contains(second, "partnerops_nightly_exit_code 0\n");
    assertThat(folder.resolve("reports/2020-11-05/nightly.json"))
        .content()
        .contains("\"status\": \"done\"");
  }

  private Invocation night(String asOf, String... more) {
    List<String> words = new ArrayList<>(List.of("nightly", "--inbox", "inbox", "--as-of", asOf));
    words.addAll(Arrays.asList(more));
    return Invocation.of(folder, words.toArray(String[]::new));
  }

  private List<String> runs() {
    Invocation runs =
        Invocation.of(folder, "runs", "list", "--columns", "run,status", "--no-header");
    return runs.stdout().lines().toList();
  }

  private void policy(String text) throws IOException {
    Files.writeString(folder.resolve("programmes/sellers.yaml"), text);
  }

  private void put(String name, String text) throws IOException {
    Files.writeString(folder.resolve("inbox/" + name), text);
  }
}
