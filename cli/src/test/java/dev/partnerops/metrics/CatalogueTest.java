package dev.partnerops.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerops.dataset.DataSets;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.ToolException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CatalogueTest {

  private final Catalogue catalogue = new Catalogue(DataSets.shipped(), SqlMetrics.shipped());

  @Test
  void hasEveryShippedMetricOfProvidersBesideTheOrderMeasures() {
    List<String> names = new ArrayList<>(catalogue.names(EntityKind.PROVIDER));
    names.removeAll(catalogue.names(EntityKind.SESSION));

    assertThat(names)
        .containsExactly(
            "activated_merchants",
            "category_breadth",
            "completion_rate",
            "course_rating",
            "courses_published",
            "distribution_promoters",
            "enrolments",
            "incubated_promoters",
            "live_base_sessions",
            "recruited_merchants",
            "severe_violations",
            "supplied_skus",
            "supply_depth",
            "violation_points",
            "violations");
  }

  @Test
  void hasEveryShippedMetricOfMerchantsBesideTheOrderMeasures() {
    List<String> names = new ArrayList<>(catalogue.names(EntityKind.MERCHANT));
    names.removeAll(catalogue.names(EntityKind.SESSION));

    assertThat(names)
        .containsExactly(
            "days_since_first_order",
            "days_to_first_order",
            "hot_listing_rate",
            "new_followers",
            "promotion_roi",
            "promotion_spend",
            "severe_violations",
            "task_rewards",
            "violation_points",
            "violations");
  }

  @Test
  void everyMetricSpeaksBothLanguages() {
    assertThat(catalogue.all())
        .allSatisfy(metric -> {
          assertThat(metric.title().en()).isNotBlank().isNotEqualTo(metric.title().zh());
          assertThat(metric.description().en()).endsWith(".");
        });
  }

  @Test
  void refusesASecondMetricOfAName() {
    String text =
        """
        -- entity: merchant
        -- unit: money
        -- clock: orders.paid_at
        -- title: {en: GMV}
        select merchant_id as entity_id, sum(amount) as value from orders group by merchant_id
        """;

    assertThatThrownBy(() ->
            new Catalogue(
                DataSets.shipped(),
                List.of(SqlMetricReader.read("metrics/gmv.sql", text, DataSets.shipped()))))
        .isInstanceOfSatisfying(
            ToolException.Policy.class,
            fault ->
                assertThat(Said.by(fault))
                    .isEqualTo(
                        "metrics/gmv.sql: there is already a metric gmv for merchant; choose another"
                            + " name"));
  }

  @Test
  void countsAndSumsAreNeverMissingAndRatesCanBe() {
    assertThat(catalogue.of(EntityKind.MERCHANT))
        .filteredOn(MetricInfo::canBeMissing)
        .extracting(MetricInfo::name)
        .containsExactly(
            "average_order",
            "average_rating",
            "cancelled_rate",
            "completed_rate",
            "days_since_first_order",
            "days_to_first_order",
            "first_order_on",
            "hot_listing_rate",
            "on_time_ship_rate",
            "promotion_roi",
            "refund_rate");
  }

  @Test
  void bothLanguagesHaveTheSameMessages() {
    assertThat(Said.bundle("zh").keySet()).isEqualTo(Said.bundle("en").keySet());
  }
}
