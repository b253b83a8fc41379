package dev.partnerops.ledger;

import static dev.partnerops.sql.Tables.OVERRIDE_EVENT;
import static dev.partnerops.sql.Tables.STANDING_OVERRIDE;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Overrides in the store: appended once, never changed; what becomes of one is an event. A row
 * whose checksum does not fit is damage. Nothing is published here: the command does that once, at
 * its end.
 */
public final class OverrideStore {

  private final DSLContext sql;

  public OverrideStore(DSLContext sql) {
    this.sql = sql;
  }

  /** All overrides, oldest first; of one programme where {@code programme} is not empty. */
  public List<StandingOverride> list(String programme) {
    return read(of(programme)).stream().map(Kept::override).toList();
  }

  /** An override by its number; one that is not there is a usage failure. */
  public StandingOverride required(long override) {
    return numbered(List.of(override)).stream()
        .findFirst()
        .orElseThrow(
            () -> new ToolException.Usage(Message.of("ledger.override-unknown", override)));
  }

  /** Those of these numbers, by number. */
  public List<StandingOverride> numbered(Collection<Long> overrides) {
    return overrides.isEmpty()
        ? List.of()
        : read(STANDING_OVERRIDE.OVERRIDE.in(overrides)).stream().map(Kept::override).toList();
  }

  /** The approved ones of a programme, in the order in which they were approved. */
  public List<StandingOverride> approved(String programme) {
    return read(of(programme)).stream()
        .filter(kept -> kept.override().status() == RunStatus.APPROVED)
        .sorted(Comparator.comparingLong(Kept::lastEvent))
        .map(Kept::override)
        .toList();
  }

  private static Condition of(String programme) {
    return programme.isEmpty() ? DSL.noCondition() : STANDING_OVERRIDE.PROGRAMME.eq(programme);
  }

  private record Kept(StandingOverride override, long lastEvent) {}

  private List<Kept> read(Condition which) {
    Map<Long, List<Record>> events = new LinkedHashMap<>();
    sql.select(
            OVERRIDE_EVENT.EVENT,
            OVERRIDE_EVENT.OVERRIDE,
            OVERRIDE_EVENT.STATUS,
            OVERRIDE_EVENT.PERSON,
            OVERRIDE_EVENT.CHECKSUM)
        .from(OVERRIDE_EVENT)
        .join(STANDING_OVERRIDE)
        .on(STANDING_OVERRIDE.OVERRIDE.eq(OVERRIDE_EVENT.OVERRIDE))
        .where(which)
        .orderBy(OVERRIDE_EVENT.EVENT)
        .forEach(
            row -> events.computeIfAbsent(row.value2(), override -> new ArrayList<>()).add(row));
    return sql.selectFrom(STANDING_OVERRIDE)
        .where(which)
        .orderBy(STANDING_OVERRIDE.OVERRIDE)
        .fetch(row -> kept(row, events.getOrDefault(row.getOverride(), List.of())));
  }

  private static Kept kept(Record row, List<Record> events) {
    long number = row.get(STANDING_OVERRIDE.OVERRIDE);
    String by = null;
    String approvedBy = null;
    RunStatus status = null;
    for (Record event : events) {
      status = status(number, event);
      switch (status) {
        case PROPOSED -> by = event.get(OVERRIDE_EVENT.PERSON);
        case APPROVED -> approvedBy = event.get(OVERRIDE_EVENT.PERSON);
        case REJECTED -> {}
        case SUPERSEDED -> throw damaged(number);
      }
    }
    if (status == null || by == null) {
      throw damaged(number);
    }
    StandingOverride override =
        new StandingOverride(
            number,
            row.get(STANDING_OVERRIDE.PROGRAMME),
            new EntityKind(row.get(STANDING_OVERRIDE.ENTITY_KIND)),
            new EntityId(row.get(STANDING_OVERRIDE.ENTITY_ID), row.get(STANDING_OVERRIDE.ROLE)),
            row.get(STANDING_OVERRIDE.TIER),
            row.get(STANDING_OVERRIDE.REASON),
            row.get(STANDING_OVERRIDE.UNTIL_DAY),
            status,
            by,
            approvedBy);
    if (Texts.checksum(override.content()) != row.get(STANDING_OVERRIDE.CHECKSUM)) {
      throw damaged(number);
    }
    return new Kept(override, events.getLast().get(OVERRIDE_EVENT.EVENT));
  }

  private static RunStatus status(long override, Record event) {
    String word = event.get(OVERRIDE_EVENT.STATUS);
    if (content(override, word, event.get(OVERRIDE_EVENT.PERSON))
        != event.get(OVERRIDE_EVENT.CHECKSUM)) {
      throw damaged(override);
    }
    return RunStatus.find(word).orElseThrow(() -> damaged(override));
  }

  private static ToolException damaged(long override) {
    return new ToolException.StoreDamaged(Message.of("ledger.override-damaged", override));
  }

  private static long content(long override, String status, @Nullable String person) {
    return Texts.checksum(String.join("\u001f", Long.toString(override), status, Texts.of(person)));
  }

  /** Appends an override as proposed by whom it names; gives it its number. */
  public long insert(StandingOverride proposed, OffsetDateTime now) {
    Long last =
        sql.select(DSL.max(STANDING_OVERRIDE.OVERRIDE))
            .from(STANDING_OVERRIDE)
            .fetchOne(0, Long.class);
    long number = last == null ? 1 : last + 1;
    StandingOverride override = proposed.numbered(number);
    sql.insertInto(STANDING_OVERRIDE)
        .set(STANDING_OVERRIDE.OVERRIDE, number)
        .set(STANDING_OVERRIDE.PROGRAMME, override.programme())
        .set(STANDING_OVERRIDE.ENTITY_KIND, override.kind().word())
        .set(STANDING_OVERRIDE.ENTITY_ID, override.entity().id())
        .set(STANDING_OVERRIDE.ROLE, override.entity().role())
        .set(STANDING_OVERRIDE.TIER, override.tier())
        .set(STANDING_OVERRIDE.REASON, override.reason())
        .set(STANDING_OVERRIDE.UNTIL_DAY, override.until())
        .set(STANDING_OVERRIDE.CREATED_AT, now)
        .set(STANDING_OVERRIDE.CHECKSUM, Texts.checksum(override.content()))
        .execute();
    event(number, RunStatus.PROPOSED, override.by(), now);
    return number;
  }

  /** Notes what became of an override. */
  public void event(long override, RunStatus status, @Nullable String by, OffsetDateTime now) {
    sql.insertInto(OVERRIDE_EVENT)
        .set(OVERRIDE_EVENT.OVERRIDE, override)
        .set(OVERRIDE_EVENT.STATUS, status.word())
        .set(OVERRIDE_EVENT.PERSON, by)
        .set(OVERRIDE_EVENT.HAPPENED_AT, now)
        .set(OVERRIDE_EVENT.CHECKSUM, content(override, status.word(), by))
        .execute();
  }
}
