package dev.partnerops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Value;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EntitiesTest {

  private TinyStore store;

  @BeforeEach
  void open() throws SQLException {
    store = new TinyStore();
  }

  @AfterEach
  void close() throws SQLException {
    store.close();
  }

  @Test
  void merchantsHaveTheirColumnsAndTheirLicence() throws SQLException {
    merchants();

    List<Entity> merchants = store.entities(EntityKind.MERCHANT);

    assertThat(merchants).extracting(Entity::id).isEqualTo(ids("M1", "M2", "M3"));
    assertThat(merchants.getFirst().name()).isEqualTo("Old shop");
    assertThat(merchants.getFirst().fields())
        .isEqualTo(
            Map.of(
                "merchant_id", Value.ofText("M1"),
                "name", Value.ofText("Old shop"),
                "shop_type", Value.ofText("other"),
                "category", Value.ofText("food"),
                "region", Value.ofText("Hangzhou"),
                "licence_no", Value.ofText("L1"),
                "joined_on", day("2019-03-01"),
                "status", Value.ofText("active"),
                "licence", Value.ofText("L1"),
                "licence_joined_on", day("2019-03-01")));
    assertThat(merchants.get(1).field("licence_joined_on")).isEqualTo(day("2019-03-01"));
    assertThat(merchants.get(2).field("licence")).isEqualTo(Value.ofText("M3"));
    assertThat(merchants.get(2).field("licence_joined_on")).isEqualTo(day("2020-10-31"));
    assertThat(merchants.get(2).field("category").isMissing()).isTrue();
    assertThat(merchants.get(2).field("no such column").isMissing()).isTrue();
  }

  @Test
  void licencesHaveNameRegionAndCategoryOfTheirFirstShop() throws SQLException {
    merchants();

    List<Entity> licences = store.entities(EntityKind.LICENCE);

    assertThat(licences).extracting(Entity::id).isEqualTo(ids("L1", "M3"));
    assertThat(licences.getFirst().fields())
        .isEqualTo(
            Map.of(
                "licence", Value.ofText("L1"),
                "name", Value.ofText("Old shop"),
                "region", Value.ofText("Hangzhou"),
                "category", Value.ofText("food"),
                "joined_on", day("2019-03-01"),
                "licence_joined_on", day("2019-03-01"),
                "shops", Value.of(2)));
  }

  @Test
  void regionsAreThoseOfMerchantsOnceEach() throws SQLException {
    merchants();

    assertThat(store.entities(EntityKind.REGION))
        .extracting(Entity::id)
        .isEqualTo(ids("Hangzhou", "Yiwu"));
  }

  @Test
  void aProviderIsOneEntityARole() throws SQLException {
    store.with(
        "providers",
        "provider_id, name, role, applied_on, admitted_on",
        "'S2', 'Two', 'training', null, null",
        "'S1', 'One', 'training', date '2020-01-01', date '2020-02-01'",
        "'S1', 'One', 'mcn', date '2020-01-01', null",
        "'S3', 'Late', 'mcn', date '2020-11-01', null");

    List<Entity> providers = store.entities(EntityKind.PROVIDER);

    assertThat(providers)
        .extracting(Entity::id)
        .containsExactly(
            new EntityId("S1", "mcn"),
            new EntityId("S1", "training"),
            new EntityId("S2", "training"));
    assertThat(providers)
        .extracting(provider -> provider.field("status"))
        .containsExactly(
            Value.ofText("applicant"), Value.ofText("active"), Value.ofText("applicant"));
  }

  @Test
  void timesAreFieldsAsDaysOfTheZoneAndWhatComesLaterDoesNotExist() throws SQLException {
    store
        .with(
            "bookings",
            "booking_id, leader_id, promoter_id, scheduled_at, status, amount",
            "'B1', 'L', 'P', timestamp with time zone '2020-10-30 16:00:00Z', 'booked', 12.50",
            "'B2', 'L', 'P', timestamp with time zone '2020-10-31 16:00:00Z', 'booked', 12.50")
        .with(
            "sessions",
            "session_id, promoter_id, started_at",
            "'Z1', 'P', timestamp with time zone '2020-10-01 00:00:00Z'")
        .with("products", "sku_id, merchant_id, hot", "'K1', 'M', true")
        .with("promoters", "promoter_id, name, followers", "'P', 'Pan', 12")
        .with("leaders", "leader_id, name", "'L', 'Lin'");

    List<Entity> bookings = store.entities(EntityKind.BOOKING);

    assertThat(bookings).extracting(Entity::id).isEqualTo(ids("B1"));
    assertThat(bookings.getFirst().name()).isEqualTo("B1");
    assertThat(bookings.getFirst().field("scheduled_at")).isEqualTo(day("2020-10-31"));
    assertThat(bookings.getFirst().field("amount")).isEqualTo(Scalar.read("12.50"));
    assertThat(store.entities(EntityKind.SESSION)).extracting(Entity::id).isEqualTo(ids("Z1"));
    assertThat(store.entities(EntityKind.PRODUCT).getFirst().field("hot"))
        .isEqualTo(new Value.Flag(true));
    assertThat(store.entities(EntityKind.PROMOTER).getFirst().field("followers"))
        .isEqualTo(Value.of(12));
    assertThat(store.entities(EntityKind.LEADER)).extracting(Entity::name).containsExactly("Lin");
    assertThat(store.entities(EntityKind.ALL)).extracting(Entity::id).isEqualTo(ids("all"));
  }

  private void merchants() throws SQLException {
    store.with(
        "merchants",
        "merchant_id, name, shop_type, category, region, licence_no, joined_on",
        "'M2', 'New shop', 'self_built', 'tea', 'Yiwu', 'L1', date '2020-09-01'",
        "'M1', 'Old shop', 'other', 'food', 'Hangzhou', 'L1', date '2019-03-01'",
        "'M3', 'Own', 'other', null, 'Yiwu', null, date '2020-10-31'",
        "'M4', 'After the as-of day', 'other', 'food', 'Nowhere', null, date '2020-11-01'");
  }

  private static List<EntityId> ids(String... ids) {
    return Arrays.stream(ids).map(EntityId::new).toList();
  }

  private static Value day(String day) {
    return new Value.Day(LocalDate.parse(day));
  }
}
