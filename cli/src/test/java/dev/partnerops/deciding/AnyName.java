package dev.partnerops.deciding;

import dev.partnerops.model.EntityKind;
import dev.partnerops.programme.MetricNames;
import java.util.List;

/** Knows every metric, none of which can be missing. */
final class AnyName implements MetricNames {

  @Override
  public boolean isKnown(String name, EntityKind kind) {
    return true;
  }

  @Override
  public boolean canBeMissing(String name) {
    return false;
  }

  @Override
  public List<String> nearest(String name, EntityKind kind) {
    return List.of();
  }
}
