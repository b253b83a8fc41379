package dev.partnerops.orders;

import dev.partnerops.orders.OrderGrouping.Affiliation;
import dev.partnerops.orders.OrderGrouping.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Providers in a role, through the affiliations in force on the day of payment (RULES 14). */
final class AffiliationReach implements Reach {

  private static final int TWICE = 32;

  /** An affiliation in seconds, from ≤ t < to. */
  private record Span(long from, long to, int entity) {
    boolean holds(long second) {
      return second >= from && second < to;
    }
  }

  private final List<String> roles;
  private final int[] roleOf;
  private final Map<Subject, List<List<Span>>> spans = new EnumMap<>(Subject.class);

  AffiliationReach(OrderGrouping.ByAffiliation grouping, StoreIds ids, DayClock days) {
    roles = List.copyOf(new TreeSet<>(grouping.roles()));
    if (roles.size() > TWICE) {
      throw new IllegalArgumentException("more than " + TWICE + " roles");
    }
    roleOf = grouping.roles().stream().mapToInt(roles::indexOf).toArray();
    for (Subject subject : Subject.values()) {
      spans.put(subject, noSpans(ids.pool(column(subject)).size()));
    }
    for (Affiliation affiliation : grouping.affiliations()) {
      int code = ids.pool(column(affiliation.subject())).find(affiliation.subjectId());
      if (code >= 0) {
        add(affiliation, code, days);
      }
    }
  }

  private static List<List<Span>> noSpans(int codes) {
    List<List<Span>> none = new ArrayList<>(codes);
    for (int i = 0; i < codes; i++) {
      none.add(List.of());
    }
    return none;
  }

  private void add(Affiliation affiliation, int code, DayClock days) {
    List<List<Span>> bySubject = spans.getOrDefault(affiliation.subject(), List.of());
    @Nullable LocalDate to = affiliation.to();
    List<Span> more = new ArrayList<>(bySubject.get(code));
    more.add(
        new Span(
            days.start(affiliation.from()),
            to == null ? Long.MAX_VALUE : days.end(to),
            affiliation.entity()));
    bySubject.set(code, more);
  }

  private static OrderColumn column(Subject subject) {
    return switch (subject) {
      case MERCHANT -> OrderColumn.MERCHANT_ID;
      case PROMOTER -> OrderColumn.PROMOTER_ID;
    };
  }

  @Override
  public List<String> roles() {
    return roles;
  }

  @Override
  public void find(SegmentColumns columns, Set<Subject> subjects, Selection out, long[] marks) {
    long[] paidAt = columns.values(OrderColumn.PAID_AT);
    int[] rows = columns.rows();
    for (int i = 0; i < columns.count(); i++) {
      int row = rows[i];
      int first = out.count;
      marks[row] = 0;
      for (Subject subject : subjects) {
        long code = columns.values(column(subject))[row];
        if (code != OrderRow.ABSENT) {
          for (Span span : spans.getOrDefault(subject, List.of()).get((int) code)) {
            if (span.holds(paidAt[row]) && !isThere(out, first, span.entity())) {
              out.add(row, span.entity());
              long role = 1L << roleOf[span.entity()];
              marks[row] |= (marks[row] & role) == 0 ? role : role << TWICE;
            }
          }
        }
      }
    }
  }

  private static boolean isThere(Selection out, int from, int entity) {
    for (int i = from; i < out.count; i++) {
      if (out.entities[i] == entity) {
        return true;
      }
    }
    return false;
  }
}
