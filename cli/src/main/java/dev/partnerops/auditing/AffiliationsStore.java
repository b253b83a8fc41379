package dev.partnerops.auditing;

import dev.partnerops.model.EntityId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Who worked for whom, as of a batch. */
final class AffiliationsStore {

  private final DSLContext sql;

  AffiliationsStore(DSLContext sql, long batch) {
    this.sql = sql;
    sql.query("set @batch = {0}", DSL.inline(batch)).execute();
  }

  List<Owners.Affiliation> all() {
    Field<String> provider = column("provider_id", SQLDataType.VARCHAR);
    Field<String> role = column("role", SQLDataType.VARCHAR);
    Field<String> subjectType = column("subject_type", SQLDataType.VARCHAR);
    Field<String> subject = column("subject_id", SQLDataType.VARCHAR);
    Field<LocalDate> from = column("from_on", SQLDataType.LOCALDATE);
    Field<LocalDate> to = column("to_on", SQLDataType.LOCALDATE);
    return sql.select(provider, role, subjectType, subject, from, to)
        .from(DSL.table(DSL.name("PUBLIC", "AFFILIATIONS")))
        .fetch(row ->
            new Owners.Affiliation(
                new EntityId(row.get(provider), row.get(role)),
                row.get(subjectType),
                row.get(subject),
                row.get(from),
                row.get(to)));
  }

  private static <T> Field<T> column(String name, DataType<T> type) {
    return DSL.field(DSL.name(name.toUpperCase(Locale.ROOT)), type);
  }
}
