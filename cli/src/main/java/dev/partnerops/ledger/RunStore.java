package dev.partnerops.ledger;

import static dev.partnerops.sql.Tables.POLICY;
import static dev.partnerops.sql.Tables.RUN;
import static dev.partnerops.sql.Tables.RUN_CHUNK;
import static dev.partnerops.sql.Tables.RUN_EVENT;
import static dev.partnerops.sql.Tables.RUN_POLICY;

import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.Sha256;
import dev.partnerops.model.ToolException;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Runs in the store: appended once, never changed; what becomes of one is an event (RULES 2).
 * Nothing is published here: the command does that once, at its end.
 */
public final class RunStore {

  private final DSLContext sql;

  public RunStore(DSLContext sql) {
    this.sql = sql;
  }

  /** All runs, oldest first; of one programme where {@code programme} is not empty. */
  public List<Run> list(String programme) {
    return read(programme.isEmpty() ? DSL.noCondition() : RUN.PROGRAMME.eq(programme));
  }

  /** Runs by number, both ends in. */
  List<Run> between(long from, long to) {
    return read(RUN.RUN_.between(from, to));
  }

  public Optional<Run> find(long run) {
    return read(RUN.RUN_.eq(run)).stream().findFirst();
  }

  /** A run by its number; one that is not there is a usage failure. */
  public Run required(long run) {
    return find(run)
        .orElseThrow(() -> new ToolException.Usage(Message.of("ledger.run-unknown", run)));
  }

  /** The run of exactly these inputs, unless it was superseded or rejected since (RULES 2). */
  public Optional<Run> findSame(String identity) {
    return read(RUN.IDENTITY.eq(identity)).stream()
        .filter(run -> run.status() == RunStatus.PROPOSED || run.status() == RunStatus.APPROVED)
        .findFirst();
  }

  /** The one approved run of a period. */
  public Optional<Run> findApproved(String programme, Period period) {
    return of(programme, period).stream()
        .filter(run -> run.status() == RunStatus.APPROVED)
        .findFirst();
  }

  /** Every run of a programme's period, oldest first. */
  public List<Run> of(String programme, Period period) {
    return read(RUN.PROGRAMME.eq(programme).and(RUN.PERIOD.eq(period.label())));
  }

  /** Approved runs of a programme whose period ended by that day, by period. */
  public List<Run> approvedUntil(String programme, LocalDate day) {
    return approvedUntil(programme, day, Horizon.NOW);
  }

  /** Those that were approved as far as that horizon, whatever became of them since. */
  public List<Run> approvedUntil(String programme, LocalDate day, Horizon seen) {
    return read(RUN.PROGRAMME.eq(programme).and(RUN.LAST_DAY.le(day)), seen).stream()
        .filter(run -> run.status() == RunStatus.APPROVED)
        .sorted(Comparator.comparing(Run::period))
        .toList();
  }

  private List<Run> read(Condition which) {
    return read(which, Horizon.NOW);
  }

  /** Runs that were proposed by then, with the status they had. */
  private List<Run> read(Condition which, Horizon seen) {
    Map<Long, List<String>> policies = new LinkedHashMap<>();
    sql.select(RUN_POLICY.RUN, RUN_POLICY.DIGEST)
        .from(RUN_POLICY)
        .join(RUN)
        .on(RUN.RUN_.eq(RUN_POLICY.RUN))
        .where(which)
        .orderBy(RUN_POLICY.RUN, RUN_POLICY.DIGEST)
        .forEach(row ->
            policies.computeIfAbsent(row.value1(), run -> new ArrayList<>()).add(row.value2()));
    Map<Long, List<Record>> events = new LinkedHashMap<>();
    sql.select(RUN_EVENT.RUN, RUN_EVENT.STATUS, RUN_EVENT.PERSON)
        .from(RUN_EVENT)
        .join(RUN)
        .on(RUN.RUN_.eq(RUN_EVENT.RUN))
        .where(which)
        .and(RUN_EVENT.EVENT.le(seen.event()))
        .orderBy(RUN_EVENT.EVENT)
        .forEach(row -> events.computeIfAbsent(row.value1(), run -> new ArrayList<>()).add(row));
    return sql
        .select(
            RUN.RUN_,
            RUN.PROGRAMME,
            RUN.EDITION,
            RUN.PERIOD,
            RUN.AS_OF,
            RUN.BATCH,
            RUN.ENTITIES,
            RUN.BEFORE_RUN,
            RUN.IDENTITY,
            RUN.RESULT_DIGEST,
            RUN.CODE_VERSION)
        .from(RUN)
        .where(which)
        .orderBy(RUN.RUN_)
        .fetch()
        .stream()
        .filter(row -> events.containsKey(row.get(RUN.RUN_)))
        .map(row ->
            run(
                row,
                policies.getOrDefault(row.get(RUN.RUN_), List.of()),
                events.getOrDefault(row.get(RUN.RUN_), List.of())))
        .toList();
  }

  private static Run run(Record row, List<String> policies, List<Record> events) {
    Record last = events.getLast();
    RunStatus status = status(last);
    return new Run(
        row.get(RUN.RUN_),
        row.get(RUN.PROGRAMME),
        row.get(RUN.EDITION),
        Period.parse(row.get(RUN.PERIOD)).orElseThrow(),
        row.get(RUN.AS_OF),
        row.get(RUN.BATCH),
        row.get(RUN.ENTITIES),
        row.get(RUN.BEFORE_RUN),
        row.get(RUN.IDENTITY),
        row.get(RUN.RESULT_DIGEST),
        row.get(RUN.CODE_VERSION),
        policies,
        status,
        events.getFirst().get(RUN_EVENT.PERSON),
        status == RunStatus.APPROVED ? last.get(RUN_EVENT.PERSON) : null);
  }

  private static RunStatus status(Record event) {
    for (RunStatus status : RunStatus.values()) {
      if (status.word().equals(event.get(RUN_EVENT.STATUS))) {
        return status;
      }
    }
    throw new ToolException.StoreDamaged(Message.of("ledger.chunk-damaged"));
  }

  /** Appends a run as proposed, with its rows and all it read; gives it its number. */
  public long insert(
      Run run,
      List<Programme> policies,
      RunInputs inputs,
      PackedRun rows,
      @Nullable String by,
      OffsetDateTime now) {
    Long last = sql.select(DSL.max(RUN.RUN_)).from(RUN).fetchOne(0, Long.class);
    long number = last == null ? 1 : last + 1;
    for (Programme policy : policies) {
      sql.insertInto(POLICY)
          .columns(POLICY.DIGEST, POLICY.PROGRAMME, POLICY.EDITION, POLICY.CONTENT)
          .select(
              DSL.select(
                      DSL.val(policy.digest()),
                      DSL.val(policy.id()),
                      DSL.val(policy.edition()),
                      DSL.val(policy.text()))
                  .whereNotExists(
                      DSL.selectOne().from(POLICY).where(POLICY.DIGEST.eq(policy.digest()))))
          .execute();
      sql.insertInto(RUN_POLICY)
          .columns(RUN_POLICY.RUN, RUN_POLICY.DIGEST)
          .values(number, policy.digest())
          .execute();
    }
    sql.insertInto(RUN)
        .set(RUN.RUN_, number)
        .set(RUN.PROGRAMME, run.programme())
        .set(RUN.EDITION, run.editions())
        .set(RUN.PERIOD, run.period().label())
        .set(RUN.FIRST_DAY, run.period().first())
        .set(RUN.LAST_DAY, run.period().last())
        .set(RUN.AS_OF, run.asOf())
        .set(RUN.BATCH, run.batch())
        .set(RUN.ENTITIES, run.entities())
        .set(RUN.BEFORE_RUN, run.before())
        .set(RUN.IDENTITY, run.identity())
        .set(RUN.RESULT_DIGEST, rows.digest())
        .set(RUN.CODE_VERSION, run.codeVersion())
        .set(RUN.CREATED_AT, now)
        .set(RUN.LAST_EVENT, inputs.seen().event())
        .set(RUN.LAST_ENTRY, inputs.seen().entry())
        .execute();
    new RunInputsStore(sql).insert(number, inputs.sources());
    for (PackedRun.Chunk chunk : rows.chunks()) {
      sql.insertInto(RUN_CHUNK)
          .set(RUN_CHUNK.RUN, number)
          .set(RUN_CHUNK.PART, chunk.part().word())
          .set(RUN_CHUNK.CHUNK, chunk.number())
          .set(RUN_CHUNK.ROW_COUNT, chunk.rows())
          .set(RUN_CHUNK.CONTENT, chunk.content())
          .set(RUN_CHUNK.CHECKSUM, PackedRows.checksum(chunk.content()))
          .execute();
    }
    event(number, RunStatus.PROPOSED, by, now);
    return number;
  }

  /** Notes what became of a run. */
  public void event(long run, RunStatus status, @Nullable String by, OffsetDateTime now) {
    sql.insertInto(RUN_EVENT)
        .set(RUN_EVENT.RUN, run)
        .set(RUN_EVENT.STATUS, status.word())
        .set(RUN_EVENT.PERSON, by)
        .set(RUN_EVENT.HAPPENED_AT, now)
        .execute();
  }

  /** What became of a run, and when. */
  public record Event(RunStatus status, @Nullable String by, OffsetDateTime happenedAt) {}

  /** Everything that became of a run, oldest first. */
  public List<Event> events(long run) {
    return sql.select(RUN_EVENT.STATUS, RUN_EVENT.PERSON, RUN_EVENT.HAPPENED_AT)
        .from(RUN_EVENT)
        .where(RUN_EVENT.RUN.eq(run))
        .orderBy(RUN_EVENT.EVENT)
        .fetch(row -> new Event(status(row), row.value2(), row.value3()));
  }

  /** The rows of a run; a chunk whose checksum does not fit is damage. */
  public RunRows rows(long run) {
    return rows(run, EnumSet.allOf(RunPart.class));
  }

  /** As {@link #rows(long)}, of those parts alone; the others are empty. */
  public RunRows rows(long run, Set<RunPart> parts) {
    return PackedRun.unpack(chunksOf(run, parts));
  }

  /** The grants of a run in their order, some thousand at a time. */
  public Iterable<GrantDecision> grants(long run) {
    return rowsOf(run, RunPart.GRANT, RunRows::grants);
  }

  /** The fee statements of a run in their order, some thousand at a time. */
  public Iterable<FeeStatement> fees(long run) {
    return rowsOf(run, RunPart.FEE, RunRows::fees);
  }

  private <T> Iterable<T> rowsOf(long run, RunPart part, Function<RunRows, List<T>> rows) {
    Iterable<PackedRun.Chunk> chunks = chunksOf(run, EnumSet.of(part));
    return () ->
        StreamSupport.stream(chunks.spliterator(), false)
            .flatMap(chunk -> rows.apply(PackedRun.unpack(List.of(chunk))).stream())
            .iterator();
  }

  /** Each is read when it is its turn. */
  private Iterable<PackedRun.Chunk> chunksOf(long run, Set<RunPart> parts) {
    List<ChunkKey> keys = chunksBetween(run, run, parts);
    return () -> keys.stream().map(this::chunk).iterator();
  }

  /** Where a chunk of rows is. */
  record ChunkKey(long run, RunPart part, int chunk) {}

  /** The chunks of those parts of the runs between the two, both in, by run. */
  List<ChunkKey> chunksBetween(long from, long to, Set<RunPart> parts) {
    return sql.select(RUN_CHUNK.RUN, RUN_CHUNK.PART, RUN_CHUNK.CHUNK)
        .from(RUN_CHUNK)
        .where(RUN_CHUNK.RUN.between(from, to))
        .and(RUN_CHUNK.PART.in(parts.stream().map(RunPart::word).toList()))
        .orderBy(RUN_CHUNK.RUN, RUN_CHUNK.PART, RUN_CHUNK.CHUNK)
        .fetch(row -> new ChunkKey(row.value1(), RunPart.of(row.value2()), row.value3()));
  }

  PackedRun.Chunk chunk(ChunkKey key) {
    Record row =
        sql.select(RUN_CHUNK.ROW_COUNT, RUN_CHUNK.CONTENT, RUN_CHUNK.CHECKSUM, RUN.PERIOD)
            .from(RUN_CHUNK)
            .join(RUN)
            .on(RUN.RUN_.eq(RUN_CHUNK.RUN))
            .where(RUN_CHUNK.RUN.eq(key.run()))
            .and(RUN_CHUNK.PART.eq(key.part().word()))
            .and(RUN_CHUNK.CHUNK.eq(key.chunk()))
            .fetchSingle();
    byte[] content = row.get(RUN_CHUNK.CONTENT);
    if (PackedRows.checksum(content) != row.get(RUN_CHUNK.CHECKSUM)) {
      throw new ToolException.StoreDamaged(
          Message.of("ledger.run-damaged", key.run(), key.part().word(), key.chunk()));
    }
    return new PackedRun.Chunk(
        key.part(), key.chunk(), row.get(RUN_CHUNK.ROW_COUNT), content, row.get(RUN.PERIOD));
  }

  /** The policy text under a digest. */
  public String policy(String digest) {
    String text =
        sql.select(POLICY.CONTENT)
            .from(POLICY)
            .where(POLICY.DIGEST.eq(digest))
            .fetchOne(POLICY.CONTENT);
    if (text == null || !Sha256.of(text).equals(digest)) {
      throw new ToolException.StoreDamaged(Message.of("ledger.policy-missing", digest));
    }
    return text;
  }

  /** The digest an approved run froze an edition with; empty while none used it (RULES 19). */
  public Optional<String> findFrozenDigest(String programme, int edition) {
    Set<String> used = new HashSet<>();
    for (Run run : list(programme)) {
      if (run.status() == RunStatus.APPROVED) {
        used.addAll(run.policyDigests());
      }
    }
    return sql
        .select(POLICY.DIGEST)
        .from(POLICY)
        .where(POLICY.PROGRAMME.eq(programme))
        .and(POLICY.EDITION.eq(edition))
        .fetch(POLICY.DIGEST)
        .stream()
        .filter(used::contains)
        .findFirst();
  }
}
