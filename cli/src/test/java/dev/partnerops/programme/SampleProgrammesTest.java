package dev.partnerops.programme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.dataset.DataSets;
import dev.partnerops.metrics.CatalogueNames;
import dev.partnerops.metrics.SqlMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SampleProgrammesTest {

  private static final Path FOLDER = Path.of("../samples");

  /** The metrics that are shipped, so that a sample names none that is not there. */
  private static final MetricNames NAMES =
      new CatalogueNames(
          new dev.partnerops.metrics.Catalogue(DataSets.shipped(), SqlMetrics.shipped()));

  @Test
  void readWithoutFaults() throws IOException {
    assertThat(read("programmes/service-provider-partner").segments().keySet())
        .containsExactly("training", "mcn", "industrial_belt", "supply_chain");
    assertThat(References.programmesReadBy(read("programmes/supply-chain-badges")))
        .containsExactly("service-provider-partner");
    assertThat(References.fieldsOf(read("programmes/fanxing")))
        .containsExactly("category", "joined_on", "shop_type", "status");
    assertThat(References.fieldsOf(read("olist/seller-recruiters")))
        .containsExactly("role", "status");
  }

  @Test
  void areAllReadAndNamedLikeTheirFiles() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve("programmes"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        Programme programme = read("programmes/" + name.replace(".yaml", ""));
        assertThat(programme.id() + ".yaml").isEqualTo(name);
      }
    }
  }

  @Test
  void sharesTheLadderOfTheTopWithEachRole() throws IOException {
    Programme partner = read("programmes/service-provider-partner");
    assertThat(partner.instrumentsOf("mcn").ladder()).isEqualTo(partner.instruments().ladder());
    assertThat(partner.instrumentsOf("mcn").minimum()).isNull();
    assertThat(partner.instrumentsOf("training").minimum()).isNotNull();
  }

  @Test
  void asksForEachMetricOnce() throws IOException {
    assertThat(
            References.metricsOf(read("programmes/supply-chain-badges")).stream()
                .map(MetricReference::name))
        .containsExactly("severe_violations", "net_sales", "refund_rate");
  }

  private static Programme read(String id) throws IOException {
    Path file = FOLDER.resolve(id + ".yaml");
    return ProgrammeReader.read(file.getFileName().toString(), Files.readString(file), NAMES);
  }
}
