package dev.partnerops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.dataset.DataSets;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Unit;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.Window;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which metrics grow with the days of their window. */
final class FlowTest {

  private final Catalogue catalogue = new Catalogue(DataSets.shipped(), SqlMetrics.shipped());

  @ParameterizedTest
  @CsvSource({
    "orders, whole, merchant, 0",
    "net_sales, whole, merchant, 2",
    "buyers, whole, merchant, 0",
    "active_days, whole, merchant, 0",
    "refund_rate, whole, merchant,",
    "refund_rate, numerator, merchant, 2",
    "refund_rate, denominator, merchant, 2",
    "cancelled_rate, denominator, merchant, 0",
    "average_order, whole, merchant,",
    "average_rating, whole, merchant,",
    "first_order_on, whole, merchant,",
    "days_to_first_order, whole, merchant,",
    "days_since_first_order, whole, merchant,",
    "supplied_skus, whole, provider, 0",
    "activated_merchants, whole, provider, 0",
    "courses_published, whole, provider, 0",
    "completion_rate, whole, provider,",
    "completion_rate, denominator, provider, 6",
    // states on a day, though one is a count
    "category_breadth, whole, provider,",
    "supply_depth, whole, provider,",
    "supply_depth, numerator, provider,",
    "promotion_spend, whole, merchant, 2",
  })
  void countsAndSumsOverAWindowGoOn(String name, String part, String kind, Integer decimals) {
    var reference =
        new MetricReference(
            name,
            MetricReference.Part.valueOf(part.toUpperCase(Locale.ROOT)),
            new Window.OfPeriod(0),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            null);
    assertThat(Metrics.findDecimalsOfFlow(catalogue, reference, kind(kind)))
        .isEqualTo(decimals == null ? OptionalInt.empty() : OptionalInt.of(decimals));
  }

  @ParameterizedTest
  @CsvSource({
    "MONEY, SUM, 2",
    "COUNT, SUM, 0",
    "RATE, SUM,",
    "NUMBER, SUM,",
    "MONEY, LATEST,",
    "COUNT, AVERAGE,",
  })
  void ofFiguresOnlySumsGoOn(Unit unit, MetricReference.Take take, Integer decimals) {
    var reference =
        new MetricReference(
            "shop_score",
            MetricReference.Part.WHOLE,
            new Window.OfPeriod(0),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            null,
            new MetricReference.Figure(unit, take));
    assertThat(Metrics.findDecimalsOfFlow(catalogue, reference, EntityKind.MERCHANT))
        .isEqualTo(decimals == null ? OptionalInt.empty() : OptionalInt.of(decimals));
  }

  private static EntityKind kind(String word) {
    return word.equals("provider") ? EntityKind.PROVIDER : EntityKind.MERCHANT;
  }
}
