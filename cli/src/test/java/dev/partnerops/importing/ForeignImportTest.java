package dev.partnerops.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.Corpus;
import dev.partnerops.Invocation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real exports through the shipped mappings, where they are present. */
final class ForeignImportTest {

  private static final Path DATA = Corpus.FOLDER;
  private static final Path MAPPINGS = Path.of("../samples/mappings").toAbsolutePath();

  @TempDir private Path folder;

  @BeforeEach
  void init() {
    Corpus.require();
    assertThat(Invocation.of(folder, "init").exit()).isZero();
  }

  private Invocation run(String dataSet, String file, String mapping, String... more) {
    List<String> words = new ArrayList<>(List.of("import", dataSet, DATA.resolve(file).toString()));
    words.addAll(List.of("--map", MAPPINGS.resolve(mapping).toString(), "--no-header"));
    words.addAll(List.of("--rejects", folder.resolve("rejects.csv").toString()));
    words.addAll(List.of(more));
    return Invocation.of(folder, words.toArray(String[]::new));
  }

  private static String tail(Invocation invocation) {
    String line = invocation.stdout().strip();
    assertThat(line).as(invocation.stderr()).isNotEmpty();
    return line.substring(line.indexOf(".csv,") + 5);
  }

  @Test
  void takesOlist() {
    assertThat(tail(run("merchants", "olist/olist_sellers_dataset.csv", "olist-sellers.yaml")))
        .isEqualTo("1,imported,3095,3095,0,0,0,");
    String deals = "olist/olist_closed_deals_dataset.csv";
    assertThat(tail(run("merchants", deals, "olist-deals-merchants.yaml")))
        .isEqualTo("2,imported,842,462,380,0,0,");
    assertThat(tail(run("providers", deals, "olist-providers.yaml")))
        .isEqualTo("3,imported,842,22,0,820,0,");
    assertThat(tail(run("affiliations", deals, "olist-deals.yaml")))
        .isEqualTo("4,imported,842,842,0,0,0,");
    assertThat(
            tail(
                run(
                    "orders",
                    "olist/order_lines.csv",
                    "olist-orders.yaml",
                    "--zone",
                    "America/Sao_Paulo",
                    "--max-rejects",
                    "3",
                    "--expect",
                    "rows=8365")))
        // Three were delivered before they were approved, that is, completed before they were paid.
        .isEqualTo("5,imported,8365,8362,0,0,3,1093264.35");
  }

  @Test
  void takesTmallInEitherEncodingAndTiesItsMoney() throws IOException {
    BigDecimal total = BigDecimal.ZERO;
    List<String> lines = Files.readAllLines(DATA.resolve("tmall/tmall_order_report.csv"));
    for (String line : lines.subList(1, lines.size())) {
      total = total.add(new BigDecimal(line.split(",", -1)[1]));
    }
    Invocation invocation =
        run(
            "orders",
            "tmall/tmall_order_report.csv",
            "tmall-orders.yaml",
            "--max-rejects",
            "3923",
            "--expect",
            "rows=28010,amount=" + total);
    assertThat(tail(invocation)).startsWith("1,imported,28010,24087,0,0,3923,");
    assertThat(tail(invocation)).endsWith("," + total.setScale(2));
    List<String> rejects = Files.readAllLines(folder.resolve("rejects.csv"));
    assertThat(rejects).hasSize(3924);
    assertThat(rejects.get(1))
        .isEqualTo(
            "1,178.8,0,上海,2020/2/21 0:00,,0,2,订单付款时间,\"is empty, and every row needs it; fill it"
                + " in\"");

    Invocation twin =
        run(
            "orders",
            "tmall/tmall_order_report_gb18030.csv",
            "tmall-orders.yaml",
            "--max-rejects",
            "15%");
    assertThat(tail(twin)).startsWith("2,imported,28010,0,0,24087,3923,");
    assertThat(twin.stderr()).contains("read as GB18030");
  }
}
