package dev.partnerops.ledger;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Standing;
import dev.partnerops.ledger.UnpackedRows.Cells;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Sha256;
import dev.partnerops.model.Value;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The rows of a run as they are stored: parts, each in chunks (RULES 23). */
public final class PackedRun {

  /** So many characters are digested at once. */
  private static final int DIGESTED_AT_ONCE = 1 << 16;

  private final List<Chunk> chunks = new ArrayList<>();
  private final MessageDigest digest = Sha256.start();

  private PackedRun() {}

  /**
   * Some rows of one part.
   *
   * @param period of their run: what grants are for that name none; empty before they are stored
   */
  @SuppressWarnings("ArrayRecordComponent") // made here, given to the store, never compared
  record Chunk(RunPart part, int number, int rows, byte[] content, String period) {

    UnpackedRows unpack() {
      return PackedRows.unpack(content, part::unnamed);
    }
  }

  public static PackedRun pack(RunRows rows) {
    PackedRun packed = new PackedRun();
    packed.add(
        RunPart.DECISION,
        rows.decisions().size(),
        DecisionRow.of(rows.decisions(), rows.editions()));
    packed.add(RunPart.FEE, rows.fees().size(), PaymentRow.ofFees(rows.fees()::get));
    packed.add(RunPart.GRANT, rows.grants().size(), PaymentRow.ofGrants(rows.grants()::get));
    List<String> references = rows.references();
    packed.add(
        RunPart.REFERENCE,
        references.size(),
        List.of(new TextColumn("reference", references::get)));
    List<Map.Entry<EntityId, List<Value>>> values = List.copyOf(rows.values().entrySet());
    List<TextColumn> columns = ids(row -> values.get(row).getKey());
    for (int i = 0; i < references.size(); i++) {
      int place = i;
      columns.add(
          new TextColumn(
              references.get(i), row -> Texts.of(values.get(row).getValue().get(place))));
    }
    packed.add(RunPart.VALUE, values.size(), columns);
    List<Map.Entry<EntityId, Standing>> waiting = List.copyOf(rows.waiting().entrySet());
    List<TextColumn> standings = ids(row -> waiting.get(row).getKey());
    standings.addAll(StandingRow.of(row -> waiting.get(row).getValue()));
    packed.add(RunPart.WAITING, waiting.size(), standings);
    return packed;
  }

  private static List<TextColumn> ids(IntFunction<EntityId> ids) {
    return new ArrayList<>(
        List.of(
            TextColumn.of("entity_id", ids, EntityId::id),
            TextColumn.of("role", ids, EntityId::role)));
  }

  private void add(RunPart part, int size, List<TextColumn> columns) {
    List<String> names = columns.stream().map(TextColumn::name).toList();
    for (int from = 0, number = 0; from < size; from += PackedRows.ROWS_A_CHUNK, number++) {
      int rows = Math.min(size - from, PackedRows.ROWS_A_CHUNK);
      List<String[]> texts = new ArrayList<>(columns.size());
      for (TextColumn column : columns) {
        String[] cells = new String[rows];
        for (int row = 0; row < rows; row++) {
          cells[row] = column.text().apply(from + row);
        }
        texts.add(cells);
      }
      digest(part, rows, texts);
      chunks.add(new Chunk(part, number, rows, PackedRows.pack(rows, names, texts), ""));
    }
  }

  private void digest(RunPart part, int rows, List<String[]> columns) {
    StringBuilder text = new StringBuilder(part.word()).append('\n');
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns.size(); column++) {
        if (column > 0) {
          text.append('\u001d');
        }
        text.append(columns.get(column)[row]);
      }
      text.append('\n');
      if (text.length() >= DIGESTED_AT_ONCE || row == rows - 1) {
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
      }
    }
  }

  List<Chunk> chunks() {
    return List.copyOf(chunks);
  }

  /**
   * SHA-256 over the rows before they are packed, so that it does not hang on how; ends the digest.
   */
  public String digest() {
    return Sha256.hex(digest);
  }

  static RunRows unpack(Iterable<Chunk> chunks) {
    List<EntityDecision> decisions = new ArrayList<>();
    List<Integer> editions = new ArrayList<>();
    List<GrantDecision> grants = new ArrayList<>();
    List<FeeStatement> fees = new ArrayList<>();
    List<String> references = new ArrayList<>();
    Map<EntityId, List<Value>> values = new LinkedHashMap<>();
    Map<EntityId, Standing> waiting = new LinkedHashMap<>();
    for (Chunk chunk : chunks) {
      UnpackedRows rows = chunk.unpack();
      switch (chunk.part()) {
        case DECISION -> {
          DecisionRow each = new DecisionRow(rows);
          for (int i = 0; i < rows.size(); i++) {
            decisions.add(each.read(i));
            editions.add(each.edition(i));
          }
        }
        case GRANT -> addAll(rows, PaymentRow.grants(rows, chunk.period()), grants);
        case FEE -> addAll(rows, PaymentRow.fees(rows), fees);
        case REFERENCE -> addAll(rows, rows.column("reference"), references);
        case VALUE -> addValues(rows, values);
        case WAITING -> {
          Cells<EntityId> ids = ids(rows);
          StandingRow standing = new StandingRow(rows);
          for (int i = 0; i < rows.size(); i++) {
            waiting.put(ids.at(i), standing.read(i));
          }
        }
      }
    }
    return new RunRows(decisions, editions, grants, fees, references, values, waiting);
  }

  private static <T> void addAll(UnpackedRows rows, Cells<T> read, List<T> all) {
    for (int i = 0; i < rows.size(); i++) {
      all.add(read.at(i));
    }
  }

  private static void addValues(UnpackedRows rows, Map<EntityId, List<Value>> values) {
    Cells<EntityId> ids = ids(rows);
    List<Cells<Value>> columns = new ArrayList<>();
    for (int place = 2; place < rows.width(); place++) {
      columns.add(rows.column(place, Texts::value));
    }
    for (int i = 0; i < rows.size(); i++) {
      Value[] row = new Value[columns.size()];
      for (int place = 0; place < row.length; place++) {
        row[place] = columns.get(place).at(i);
      }
      values.put(ids.at(i), Arrays.asList(row));
    }
  }

  private static Cells<EntityId> ids(UnpackedRows rows) {
    Cells<String> id = rows.column(0, text -> text);
    Cells<String> role = rows.column(1, text -> text);
    return row -> new EntityId(id.at(row), role.at(row));
  }
}
