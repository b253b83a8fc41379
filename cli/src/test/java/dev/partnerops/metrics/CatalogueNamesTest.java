package dev.partnerops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.dataset.DataSets;
import dev.partnerops.model.EntityKind;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CatalogueNamesTest {

  private final CatalogueNames names =
      new CatalogueNames(new Catalogue(DataSets.shipped(), SqlMetrics.shipped()));

  @Test
  void knowsMetricsOfAKindAndColumnsOfSqlMetrics() {
    assertThat(names.isKnown("gmv", EntityKind.LEADER)).isTrue();
    assertThat(names.isKnown("gmv", EntityKind.BOOKING)).isFalse();
    assertThat(names.isKnown("no_shows.late", EntityKind.LEADER)).isTrue();
    assertThat(names.isKnown("gmv.late", EntityKind.LEADER)).isFalse();
  }

  @Test
  void knowsWhatCanBeMissing() {
    assertThat(names.canBeMissing("refund_rate")).isTrue();
    assertThat(names.canBeMissing("first_order_on")).isTrue();
    assertThat(names.canBeMissing("net_sales")).isFalse();
    assertThat(names.canBeMissing("violation_points")).isFalse();
  }

  @Test
  void offersTheNearestNames() {
    assertThat(names.nearest("no_show", EntityKind.LEADER))
        .containsExactly("no_shows", "no_show_rate");
    assertThat(names.nearest("xyzzy", EntityKind.LEADER)).isEmpty();
  }

  static List<EntityKind> kindsWithFields() {
    return EntityKind.shipped().stream().filter(kind -> !kind.equals(EntityKind.ALL)).toList();
  }

  @ParameterizedTest
  @MethodSource("kindsWithFields")
  void knowsTheFieldsThatEntitiesHave(EntityKind kind) throws SQLException {
    try (TinyStore store = new TinyStore()) {
      store
          .with(
              "merchants",
              "merchant_id, name, shop_type, region, joined_on",
              "'M', 'M', 'other', 'Yiwu', date '2020-01-01'")
          .with("providers", "provider_id, name, role", "'S', 'S', 'mcn'")
          .with("promoters", "promoter_id, name", "'P', 'P'")
          .with("leaders", "leader_id, name", "'L', 'L'")
          .with("products", "sku_id, merchant_id", "'K', 'M'")
          .with(
              "bookings",
              "booking_id, leader_id, promoter_id, scheduled_at, status",
              "'B', 'L', 'P', timestamp with time zone '2020-10-05 20:00:00+08', 'booked'")
          .with(
              "sessions",
              "session_id, promoter_id, started_at",
              "'Z', 'P', timestamp with time zone '2020-10-05 20:00:00+08'");

      assertThat(store.entities(kind).getFirst().fields().keySet())
          .containsExactlyInAnyOrderElementsOf(names.fields(kind));
    }
  }
}
