package dev.partnerops.programme;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The metrics and fields that tests of reading take as given. */
final class Catalogue implements MetricNames {

  private static final Set<String> ALWAYS_THERE =
      Set.of(
          "orders",
          "net_sales",
          "gmv",
          "activated_merchants",
          "courses_published",
          "violation_points",
          "severe_violations",
          "incubated_promoters",
          "live_base_sessions",
          "distribution_promoters",
          "supplied_skus");

  private static final Set<String> SOMETIMES_MISSING =
      Set.of("refund_rate", "average_rating", "completion_rate", "course_rating");

  @Override
  public boolean isKnown(String name, EntityKind kind) {
    return ALWAYS_THERE.contains(name) || SOMETIMES_MISSING.contains(name);
  }

  @Override
  public boolean canBeMissing(String name) {
    return SOMETIMES_MISSING.contains(name);
  }

  @Override
  public List<String> nearest(String name, EntityKind kind) {
    return Nearest.to(name, ALWAYS_THERE);
  }

  @Override
  public Map<String, EntityKind> links(EntityKind kind) {
    return Map.of("leader_id", EntityKind.LEADER, "licence", EntityKind.LICENCE);
  }

  @Override
  public Set<String> dimensions() {
    return Set.of("own_creator");
  }

  @Override
  public Set<String> fields(EntityKind kind) {
    return Set.of(
        "joined_on",
        "status",
        "category",
        "licence_no",
        "role",
        "applied_on",
        "shop_type",
        "licence_joined_on",
        "region");
  }
}
