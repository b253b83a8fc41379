package dev.partnerops.evaluating;

import dev.partnerops.model.EntityId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Which providers are credited for what a merchant or promoter sells, as of a batch (RULES 14). */
public final class AffiliationStore {

  private static final Field<String> PROVIDER = text("PROVIDER_ID");
  private static final Field<String> ROLE = text("ROLE");
  private static final Field<String> SUBJECT_TYPE = text("SUBJECT_TYPE");
  private static final Field<String> SUBJECT = text("SUBJECT_ID");
  private static final Field<LocalDate> FROM = day("FROM_ON");
  private static final Field<LocalDate> TO = day("TO_ON");

  private final DSLContext sql;

  public AffiliationStore(DSLContext sql) {
    this.sql = sql;
  }

  private static Field<String> text(String name) {
    return DSL.field(DSL.name(name), SQLDataType.VARCHAR);
  }

  private static Field<LocalDate> day(String name) {
    return DSL.field(DSL.name(name), SQLDataType.LOCALDATE);
  }

  /**
   * Who works for whom, from a day to a day, both in.
   *
   * @param subjectType {@code merchant} or {@code promoter}
   * @param to absent: still
   */
  public record Affiliation(
      EntityId provider,
      String subjectType,
      String subjectId,
      LocalDate from,
      @Nullable LocalDate to) {

    boolean holds(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
  }

  /** Those of some providers. */
  public List<Affiliation> of(Predicate<EntityId> providers, long batch) {
    sql.query("set @batch = {0}", DSL.inline(batch)).execute();
    List<Affiliation> affiliations = new ArrayList<>();
    try (Cursor<? extends Record> rows =
        sql.select(PROVIDER, ROLE, SUBJECT_TYPE, SUBJECT, FROM, TO)
            .from(DSL.table(DSL.name("PUBLIC", "AFFILIATIONS")))
            .fetchLazy()) {
      for (Record row : rows) {
        EntityId provider = new EntityId(row.get(PROVIDER), row.get(ROLE));
        if (providers.test(provider)) {
          affiliations.add(
              new Affiliation(
                  provider, row.get(SUBJECT_TYPE), row.get(SUBJECT), row.get(FROM), row.get(TO)));
        }
      }
    }
    return affiliations;
  }
}
