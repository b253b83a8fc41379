package dev.partnerops.runs;

import dev.partnerops.model.EntityId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Which providers are credited for what a merchant or promoter sells, as of a batch (RULES 14). */
final class AffiliationStore {

  private static final Field<String> PROVIDER = text("PROVIDER_ID");
  private static final Field<String> ROLE = text("ROLE");
  private static final Field<String> SUBJECT_TYPE = text("SUBJECT_TYPE");
  private static final Field<String> SUBJECT = text("SUBJECT_ID");
  private static final Field<LocalDate> FROM = day("FROM_ON");
  private static final Field<LocalDate> TO = day("TO_ON");

  private final DSLContext sql;

  AffiliationStore(DSLContext sql) {
    this.sql = sql;
  }

  private static Field<String> text(String name) {
    return DSL.field(DSL.name(name), SQLDataType.VARCHAR);
  }

  private static Field<LocalDate> day(String name) {
    return DSL.field(DSL.name(name), SQLDataType.LOCALDATE);
  }

  /** From a day to a day, both in; absent: still. */
  record Spell(EntityId provider, LocalDate from, @Nullable LocalDate to) {

    boolean holds(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
  }

  /** Whose affiliation it is: {@code merchant} or {@code promoter}, and the id. */
  record Subject(String type, String id) {}

  /** The spells of those providers, by subject. */
  Map<Subject, List<Spell>> of(Set<EntityId> providers, long batch) {
    sql.query("set @batch = {0}", DSL.inline(batch)).execute();
    Map<Subject, List<Spell>> spells = new HashMap<>();
    try (Cursor<? extends Record> rows =
        sql.select(PROVIDER, ROLE, SUBJECT_TYPE, SUBJECT, FROM, TO)
            .from(DSL.table(DSL.name("PUBLIC", "AFFILIATIONS")))
            .fetchLazy()) {
      for (Record row : rows) {
        EntityId provider = new EntityId(row.get(PROVIDER), row.get(ROLE));
        if (providers.contains(provider)) {
          spells
              .computeIfAbsent(
                  new Subject(row.get(SUBJECT_TYPE), row.get(SUBJECT)), key -> new ArrayList<>())
              .add(new Spell(provider, row.get(FROM), row.get(TO)));
        }
      }
    }
    return spells;
  }
}
