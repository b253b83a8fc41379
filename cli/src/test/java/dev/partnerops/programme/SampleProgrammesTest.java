package dev.partnerops.programme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.metrics.CatalogueNames;
import dev.partnerops.metrics.SqlMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SampleProgrammesTest {

  private static final Path FOLDER = Path.of("../samples/programmes");

  /** The metrics that are shipped, so that a sample names none that is not there. */
  private static final MetricNames NAMES =
      new CatalogueNames(new dev.partnerops.metrics.Catalogue(SqlMetrics.shipped()), Set.of());

  @Test
  void readWithoutFaults() throws IOException {
    assertThat(read("service-provider-partner").segments().keySet())
        .containsExactly("training", "mcn", "industrial_belt", "supply_chain");
    assertThat(References.programmesReadBy(read("supply-chain-badges")))
        .containsExactly("service-provider-partner");
    assertThat(References.fieldsOf(read("fanxing")))
        .containsExactly("category", "joined_on", "shop_type", "status");
  }

  @Test
  void sharesTheLadderOfTheTopWithEachRole() throws IOException {
    Programme partner = read("service-provider-partner");
    assertThat(partner.instrumentsOf("mcn").ladder()).isEqualTo(partner.instruments().ladder());
    assertThat(partner.instrumentsOf("mcn").minimum()).isNull();
    assertThat(partner.instrumentsOf("training").minimum()).isNotNull();
  }

  @Test
  void asksForEachMetricOnce() throws IOException {
    assertThat(
            References.metricsOf(read("supply-chain-badges")).stream().map(MetricReference::name))
        .containsExactly("severe_violations", "net_sales", "refund_rate");
  }

  private static Programme read(String id) throws IOException {
    Path file = FOLDER.resolve(id + ".yaml");
    return ProgrammeReader.read(file.getFileName().toString(), Files.readString(file), NAMES);
  }
}
