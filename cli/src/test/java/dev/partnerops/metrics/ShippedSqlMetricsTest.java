package dev.partnerops.metrics;

import static dev.partnerops.metrics.TinyStore.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each shipped SQL metric with a clear entity, one at the edges of its rule, and an empty one, over
 * October 2020.
 */
final class ShippedSqlMetricsTest {

  private TinyStore store;

  @BeforeEach
  void open() throws SQLException {
    store = new TinyStore();
    store
        .with(
            "providers",
            "provider_id, name, role",
            "'clear', 'Clear', 'training'",
            "'clear', 'Clear', 'mcn'",
            "'edge', 'Edge', 'training'",
            "'none', 'None', 'training'")
        .with(
            "merchants",
            "merchant_id, name, shop_type, category, joined_on",
            "'clear', 'C', 'self_built', 'food', date '2020-01-01'",
            "'edge', 'E', 'self_built', 'tea', date '2020-01-01'",
            "'none', 'N', 'self_built', null, date '2020-01-01'")
        .with("leaders", "leader_id, name", "'clear', 'C'", "'edge', 'E'", "'none', 'N'")
        .with("promoters", "promoter_id, name", "'clear', 'C'", "'edge', 'E'", "'none', 'N'");
  }

  @AfterEach
  void close() throws SQLException {
    store.close();
  }

  @Test
  void recruitedMerchantsAreFirstAffiliationsThatBeginInTheWindow() throws SQLException {
    store.with(
        "affiliations",
        "provider_id, role, subject_type, subject_id, from_on, to_on",
        "'clear', 'training', 'merchant', 'm1', date '2020-10-05', null",
        "'clear', 'training', 'merchant', 'm2', date '2020-10-06', null",
        "'clear', 'training', 'promoter', 'p1', date '2020-10-06', null",
        "'clear', 'mcn', 'merchant', 'm1', date '2020-10-07', null",
        // m3 was with somebody before; m4 on the first day, m5 on the last; m6 and m7 just outside
        "'none', 'training', 'merchant', 'm3', date '2020-01-01', date '2020-10-09'",
        "'edge', 'training', 'merchant', 'm3', date '2020-10-10', null",
        "'edge', 'training', 'merchant', 'm4', date '2020-10-01', null",
        "'edge', 'training', 'merchant', 'm5', date '2020-10-31', null",
        "'edge', 'training', 'merchant', 'm6', date '2020-09-30', null",
        "'edge', 'training', 'merchant', 'm7', date '2020-11-01', null");

    assertThat(store.october(EntityKind.PROVIDER, reference("recruited_merchants")))
        .isEqualTo(providers(2, 1, 2, 0));
  }

  @Test
  void coursesPublishedCountInEachRole() throws SQLException {
    store.with(
        "courses",
        "course_id, provider_id, published_on",
        "'c1', 'clear', date '2020-10-05'",
        "'c2', 'clear', date '2020-10-06'",
        "'c3', 'edge', date '2020-10-01'",
        "'c4', 'edge', date '2020-10-31'",
        "'c5', 'edge', date '2020-09-30'",
        "'c6', 'edge', date '2020-11-01'");

    assertThat(store.october(EntityKind.PROVIDER, reference("courses_published")))
        .isEqualTo(providers(2, 2, 2, 0));
  }

  @Test
  void enrolmentsAndTheirCompletionAndRating() throws SQLException {
    store
        .with(
            "courses",
            "course_id, provider_id, published_on",
            "'c1', 'clear', date '2020-01-01'",
            "'c2', 'edge', date '2020-01-01'")
        .with(
            "enrolments",
            "course_id, merchant_id, enrolled_on, completed_on, rating",
            "'c1', 'm1', date '2020-10-05', date '2020-10-06', 5",
            "'c1', 'm2', date '2020-10-05', null, null",
            "'c1', 'm3', date '2020-10-05', date '2020-10-07', 4",
            // enrolled before the window, completed on its first day; completed after the as-of
            // day; not rated
            "'c2', 'm1', date '2020-09-30', date '2020-10-01', 2",
            "'c2', 'm2', date '2020-10-31', date '2020-11-01', 5",
            "'c2', 'm3', date '2020-10-01', date '2020-10-31', null");

    assertThat(store.october(EntityKind.PROVIDER, reference("enrolments")))
        .isEqualTo(providers(3, 3, 2, 0));
    assertThat(store.october(EntityKind.PROVIDER, reference("completion_rate")))
        .isEqualTo(
            Map.of(
                "clear training", rate(2, 3),
                "clear mcn", rate(2, 3),
                "edge training", rate(1, 2),
                "none training", Value.missing()));
    assertThat(store.october(EntityKind.PROVIDER, reference("completion_rate.denominator")))
        .isEqualTo(providers(3, 3, 2, 0));
    assertThat(store.october(EntityKind.PROVIDER, reference("course_rating")))
        .isEqualTo(
            Map.of(
                "clear training", rate(9, 2),
                "clear mcn", rate(9, 2),
                "edge training", rate(2, 1),
                "none training", Value.missing()));
  }

  @Test
  void liveBaseSessionsStartInTheWindowOfTheZone() throws SQLException {
    store.with(
        "sessions",
        "session_id, promoter_id, base_provider_id, started_at",
        "'s1', 'p', 'clear', timestamp with time zone '2020-10-05 20:00:00+08'",
        "'s2', 'p', null, timestamp with time zone '2020-10-05 20:00:00+08'",
        // midnight of the first day and the last second of the last, both in Shanghai, then one
        // second outside
        "'s3', 'p', 'edge', timestamp with time zone '2020-09-30 16:00:00Z'",
        "'s4', 'p', 'edge', timestamp with time zone '2020-10-31 15:59:59Z'",
        "'s5', 'p', 'edge', timestamp with time zone '2020-09-30 15:59:59Z'",
        "'s6', 'p', 'edge', timestamp with time zone '2020-10-31 16:00:00Z'");

    assertThat(store.october(EntityKind.PROVIDER, reference("live_base_sessions")))
        .isEqualTo(providers(1, 1, 2, 0));
  }

  @Test
  void supplyDepthAndBreadthAreOfTheWindowsLastDay() throws SQLException {
    store
        .with(
            "affiliations",
            "provider_id, role, subject_type, subject_id, from_on, to_on",
            "'clear', 'training', 'merchant', 'clear', date '2020-01-01', null",
            "'edge', 'training', 'merchant', 'edge', date '2020-10-31', date '2020-10-31'",
            "'edge', 'training', 'merchant', 'none', date '2020-01-01', date '2020-10-30'")
        .with(
            "products",
            "sku_id, merchant_id, category, stock, pool_listed_on, pool_delisted_on",
            "'k1', 'clear', 'rice', 5, date '2020-01-01', null",
            "'k2', 'clear', null, 5, date '2020-01-01', null",
            "'k3', 'clear', 'rice', 5, date '2020-01-01', null",
            "'k4', 'edge', 'tea', 1, date '2020-10-31', date '2020-10-31'",
            "'k5', 'edge', 'cup', 0, date '2020-01-01', null",
            "'k6', 'edge', 'cup', null, date '2020-01-01', null",
            "'k7', 'edge', 'cup', 1, null, null",
            "'k8', 'edge', 'cup', 1, date '2020-01-01', date '2020-10-30'",
            "'k9', 'edge', 'cup', 1, date '2020-11-01', null",
            "'k10', 'none', 'cup', 1, date '2020-01-01', null");

    assertThat(store.october(EntityKind.PROVIDER, reference("supply_depth")))
        .isEqualTo(
            Map.of(
                "clear training", rate(3, 30),
                "clear mcn", rate(0, 30),
                "edge training", rate(1, 30),
                "none training", rate(0, 30)));
    assertThat(
            store.october(
                EntityKind.PROVIDER,
                reference("supply_depth", Map.of("skus", List.of(Value.of(2))))))
        .containsEntry("clear training", rate(3, 2));
    assertThat(store.october(EntityKind.PROVIDER, reference("category_breadth")))
        .isEqualTo(providers(2, 0, 1, 0));
  }

  @Test
  void hotListingRateIsOfTheWindowsLastDay() throws SQLException {
    store.with(
        "products",
        "sku_id, merchant_id, hot, pool_listed_on, pool_delisted_on",
        "'k1', 'clear', true, date '2020-01-01', null",
        "'k2', 'clear', true, null, null",
        "'k3', 'clear', false, date '2020-01-01', null",
        "'k4', 'edge', true, date '2020-10-31', date '2020-10-31'",
        "'k5', 'edge', true, date '2020-11-01', null",
        "'k6', 'edge', true, date '2020-01-01', date '2020-10-30'",
        "'k7', 'edge', null, date '2020-01-01', null");

    assertThat(store.october(EntityKind.MERCHANT, reference("hot_listing_rate")))
        .isEqualTo(Map.of("clear", rate(1, 2), "edge", rate(1, 3), "none", Value.missing()));
    assertThat(store.october(EntityKind.ALL, reference("hot_listing_rate")))
        .isEqualTo(Map.of("all", rate(2, 5)));
  }

  @Test
  void bookingsAndNoShowsOfLeadersAndPromoters() throws SQLException {
    store.with(
        "bookings",
        "booking_id, leader_id, promoter_id, scheduled_at, status",
        "'b1', 'clear', 'clear', timestamp with time zone '2020-10-05 20:00:00+08', 'no_show'",
        "'b2', 'clear', 'clear', timestamp with time zone '2020-10-06 20:00:00+08', 'fulfilled'",
        "'b3', 'clear', 'clear', timestamp with time zone '2020-10-07 20:00:00+08', 'fulfilled'",
        "'b4', 'clear', 'clear', timestamp with time zone '2020-10-08 20:00:00+08', 'cancelled'",
        "'b5', 'clear', 'clear', timestamp with time zone '2020-10-09 20:00:00+08', 'booked'",
        "'b6', 'edge', 'edge', timestamp with time zone '2020-10-01 00:00:00+08', 'no_show'",
        "'b7', 'edge', 'edge', timestamp with time zone '2020-10-31 23:59:59+08', 'no_show'",
        "'b8', 'edge', 'edge', timestamp with time zone '2020-09-30 23:59:59+08', 'no_show'",
        "'b9', 'edge', 'edge', timestamp with time zone '2020-11-01 00:00:00+08', 'no_show'");

    for (EntityKind kind : List.of(EntityKind.LEADER, EntityKind.PROMOTER)) {
      assertThat(store.october(kind, reference("bookings"))).isEqualTo(counts(4, 2, 0));
      assertThat(store.october(kind, reference("no_shows"))).isEqualTo(counts(1, 2, 0));
      assertThat(store.october(kind, reference("no_show_rate")))
          .isEqualTo(Map.of("clear", rate(1, 3), "edge", rate(2, 2), "none", Value.missing()));
    }
  }

  @Test
  void violationsCountWhenConfirmed() throws SQLException {
    for (String kind : List.of("provider", "merchant", "promoter", "leader")) {
      store.with(
          "violations",
          "violation_id, subject_type, subject_id, occurred_on, severity, points, status",
          "'%s1', '%1$s', 'clear', date '2020-10-05', 'severe', 12, 'confirmed'".formatted(kind),
          "'%s2', '%1$s', 'clear', date '2020-10-06', 'minor', 1.5, null".formatted(kind),
          "'%s3', '%1$s', 'clear', date '2020-10-07', 'severe', 12, 'revoked'".formatted(kind),
          "'%s4', '%1$s', 'clear', date '2020-10-08', 'severe', 12, 'appealed'".formatted(kind),
          "'%s5', '%1$s', 'edge', date '2020-10-01', 'major', 2, 'confirmed'".formatted(kind),
          "'%s6', '%1$s', 'edge', date '2020-10-31', 'major', 2, 'confirmed'".formatted(kind),
          "'%s7', '%1$s', 'edge', date '2020-09-30', 'severe', 2, 'confirmed'".formatted(kind),
          "'%s8', '%1$s', 'edge', date '2020-11-01', 'severe', 2, 'confirmed'".formatted(kind));
    }
    Value points = new Value.Numeric(Fraction.of(27, 2));

    for (EntityKind kind : List.of(EntityKind.MERCHANT, EntityKind.PROMOTER, EntityKind.LEADER)) {
      assertThat(store.october(kind, reference("violations"))).isEqualTo(counts(2, 2, 0));
      assertThat(store.october(kind, reference("violation_points")))
          .isEqualTo(Map.of("clear", points, "edge", Value.of(4), "none", Value.of(0)));
      assertThat(store.october(kind, reference("severe_violations"))).isEqualTo(counts(1, 0, 0));
    }
    assertThat(store.october(EntityKind.PROVIDER, reference("violations")))
        .isEqualTo(providers(2, 2, 2, 0));
    assertThat(store.october(EntityKind.PROVIDER, reference("violation_points")))
        .containsEntry("clear mcn", points);
    assertThat(store.october(EntityKind.PROVIDER, reference("severe_violations")))
        .isEqualTo(providers(1, 1, 0, 0));
  }

  @Test
  void promotionsAndTasksAddUpByDay() throws SQLException {
    store
        .with(
            "promotions",
            "\"DAY\", merchant_id, spend, new_followers, gmv",
            "date '2020-10-05', 'clear', 10.25, 7, 30.50",
            "date '2020-10-06', 'clear', 10.25, null, null",
            "date '2020-10-01', 'edge', 0, 1, 5",
            "date '2020-10-31', 'edge', 0, 1, 5",
            "date '2020-09-30', 'edge', 9, 9, 9",
            "date '2020-11-01', 'edge', 9, 9, 9")
        .with(
            "tasks",
            "campaign, \"DAY\", merchant_id, task, reward",
            "'116', date '2020-10-05', 'clear', 't1', 1.25",
            "'116', date '2020-10-05', 'clear', 't2', 2.50",
            "'116', date '2020-10-31', 'edge', 't1', null",
            "'116', date '2020-11-01', 'edge', 't1', 9");

    assertThat(store.october(EntityKind.MERCHANT, reference("promotion_spend")))
        .isEqualTo(Map.of("clear", number(2050, 100), "edge", Value.of(0), "none", Value.of(0)));
    assertThat(store.october(EntityKind.MERCHANT, reference("new_followers")))
        .isEqualTo(counts(7, 2, 0));
    assertThat(store.october(EntityKind.MERCHANT, reference("promotion_roi")))
        .isEqualTo(
            Map.of(
                "clear",
                new Value.Rate(Fraction.of(3050, 100), Fraction.of(2050, 100)),
                "edge",
                Value.missing(),
                "none",
                Value.missing()));
    assertThat(store.october(EntityKind.MERCHANT, reference("task_rewards")))
        .isEqualTo(Map.of("clear", number(375, 100), "edge", Value.of(0), "none", Value.of(0)));
  }

  private static Map<String, Value> providers(
      long clearTraining, long clearMcn, long edge, long none) {
    return Map.of(
        "clear training", Value.of(clearTraining),
        "clear mcn", Value.of(clearMcn),
        "edge training", Value.of(edge),
        "none training", Value.of(none));
  }

  private static Map<String, Value> counts(long clear, long edge, long none) {
    return Map.of("clear", Value.of(clear), "edge", Value.of(edge), "none", Value.of(none));
  }

  private static Value number(long numerator, long denominator) {
    return new Value.Numeric(Fraction.of(numerator, denominator));
  }

  private static Value rate(long numerator, long denominator) {
    return new Value.Rate(Fraction.of(numerator), Fraction.of(denominator));
  }
}
