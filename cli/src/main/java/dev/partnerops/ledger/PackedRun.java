package dev.partnerops.ledger;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Standing;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Sha256;
import dev.partnerops.model.Value;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a run as they are stored: parts, each in chunks (RULES 23). */
public final class PackedRun {

  private static final String DECISION = "decision";
  private static final String GRANT = "grant";
  private static final String FEE = "fee";
  private static final String REFERENCE = "reference";
  private static final String VALUE = "value";
  private static final String WAITING = "waiting";

  /** The parts that hold what was decided. */
  static final List<String> DECIDED = List.of(DECISION, GRANT, FEE);

  private final List<Chunk> chunks = new ArrayList<>();
  private final MessageDigest digest = Sha256.start();

  private PackedRun() {}

  /** Some rows of one part. */
  @SuppressWarnings("ArrayRecordComponent") // made here, given to the store, never compared
  record Chunk(String part, int number, int rows, byte[] content) {}

  public static PackedRun pack(RunRows rows) {
    PackedRun packed = new PackedRun();
    List<List<String>> decisions = new ArrayList<>();
    for (int i = 0; i < rows.decisions().size(); i++) {
      decisions.add(DecisionRow.of(rows.decisions().get(i), rows.editions().get(i)));
    }
    packed.add(DECISION, decisions, DecisionRow.COLUMNS);
    packed.add(FEE, rows.fees().stream().map(PaymentRow::of).toList(), PaymentRow.FEE_COLUMNS);
    packed.add(
        GRANT, rows.grants().stream().map(PaymentRow::of).toList(), PaymentRow.GRANT_COLUMNS);
    packed.add(REFERENCE, rows.references().stream().map(List::of).toList(), 1);
    List<List<String>> values = new ArrayList<>();
    rows.values().forEach((id, row) -> values.add(valueRow(id, row)));
    packed.add(VALUE, values, rows.references().size() + 2);
    List<List<String>> waiting = new ArrayList<>();
    rows.waiting().forEach((id, standing) -> waiting.add(waitingRow(id, standing)));
    packed.add(WAITING, waiting, StandingRow.COLUMNS + 2);
    return packed;
  }

  private static List<String> valueRow(EntityId id, List<Value> values) {
    List<String> row = new ArrayList<>(values.size() + 2);
    row.add(id.id());
    row.add(id.role());
    values.forEach(value -> row.add(Texts.of(value)));
    return row;
  }

  private static List<String> waitingRow(EntityId id, Standing standing) {
    List<String> row = new ArrayList<>(StandingRow.COLUMNS + 2);
    row.add(id.id());
    row.add(id.role());
    row.addAll(StandingRow.of(standing));
    return row;
  }

  private void add(String part, List<List<String>> rows, int columns) {
    for (int from = 0, number = 0; from < rows.size(); from += PackedRows.ROWS_A_CHUNK, number++) {
      List<List<String>> some =
          rows.subList(from, Math.min(rows.size(), from + PackedRows.ROWS_A_CHUNK));
      digest(part + "\n");
      some.forEach(row -> digest(String.join("\u001d", row) + "\n"));
      chunks.add(new Chunk(part, number, some.size(), PackedRows.pack(some, columns)));
    }
  }

  private void digest(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }

  List<Chunk> chunks() {
    return List.copyOf(chunks);
  }

  /**
   * SHA-256 over the rows before they are packed, so that it does not hang on how; ends the digest.
   */
  String digest() {
    return Sha256.hex(digest);
  }

  static RunRows unpack(List<Chunk> chunks) {
    List<EntityDecision> decisions = new ArrayList<>();
    List<Integer> editions = new ArrayList<>();
    List<GrantDecision> grants = new ArrayList<>();
    List<FeeStatement> fees = new ArrayList<>();
    List<String> references = new ArrayList<>();
    Map<EntityId, List<Value>> values = new LinkedHashMap<>();
    Map<EntityId, Standing> waiting = new LinkedHashMap<>();
    for (Chunk chunk : chunks) {
      for (List<String> row : PackedRows.unpack(chunk.content())) {
        switch (chunk.part()) {
          case DECISION -> {
            decisions.add(DecisionRow.read(row));
            editions.add(DecisionRow.edition(row));
          }
          case GRANT -> grants.add(PaymentRow.readGrant(row));
          case FEE -> fees.add(PaymentRow.readFee(row));
          case REFERENCE -> references.add(row.getFirst());
          case VALUE ->
              values.put(
                  new EntityId(row.get(0), row.get(1)),
                  row.subList(2, row.size()).stream().map(Texts::value).toList());
          case WAITING ->
              waiting.put(
                  new EntityId(row.get(0), row.get(1)),
                  StandingRow.read(row.subList(2, row.size())));
          default -> throw new IllegalStateException("no part is called " + chunk.part());
        }
      }
    }
    return new RunRows(decisions, editions, grants, fees, references, values, waiting);
  }
}
