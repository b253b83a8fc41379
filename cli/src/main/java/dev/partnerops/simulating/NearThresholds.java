package dev.partnerops.simulating;

import dev.partnerops.deciding.Margins;
import dev.partnerops.deciding.Subject;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers that decide the next move and would end near their threshold, on either side of it. */
final class NearThresholds {

  private NearThresholds() {}

  static List<Finding> of(Open open, Open.Near near) {
    List<Finding> found = new ArrayList<>();
    Map<EntityId, Subject> now = Open.subjectsById(open.now());
    for (Subject subject : open.subjects()) {
      List<Margins.Margin> margins =
          Margins.of(subject).stream()
              .filter(margin -> near.isNear(margin.value(), margin.threshold()))
              .toList();
      if (!margins.isEmpty()) {
        Map<String, Margins.Margin> today = byPath(now.get(subject.candidate().id()));
        margins.forEach(
            margin -> found.add(finding(subject, margin, today.get(margin.clause().path()))));
      }
    }
    return found;
  }

  private static Map<String, Margins.Margin> byPath(@Nullable Subject subject) {
    Map<String, Margins.Margin> byPath = new HashMap<>();
    if (subject != null) {
      Margins.of(subject).forEach(margin -> byPath.put(margin.clause().path(), margin));
    }
    return byPath;
  }

  private static Finding finding(
      Subject subject, Margins.Margin margin, Margins.@Nullable Margin today) {
    int decimals = margin.decimals();
    return new Finding(
        Finding.Kind.NEAR_THRESHOLD,
        subject.candidate().id(),
        subject.segment(),
        subject.candidate().name(),
        today == null ? null : BadgeCuts.cell(new Value.Numeric(today.value()), decimals),
        BadgeCuts.cell(new Value.Numeric(margin.value()), decimals),
        BadgeCuts.cell(new Value.Numeric(margin.threshold()), decimals),
        BadgeCuts.cell(new Value.Numeric(margin.threshold().minus(margin.value())), decimals),
        margin.clause().path() + " " + margin.label());
  }
}
