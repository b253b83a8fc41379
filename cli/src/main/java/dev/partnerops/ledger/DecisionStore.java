package dev.partnerops.ledger;

import dev.partnerops.store.RowTableEngine;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The rows of runs one chunk at a time, as lines of the table {@code decisions}. */
final class DecisionStore implements RowTableEngine.Source {

  @Override
  public Iterator<List<@Nullable Object>> rows(DSLContext sql, long from, long to) {
    RunStore runs = new RunStore(sql);
    Map<Long, Run> byNumber = new HashMap<>();
    runs.between(from, to).forEach(run -> byNumber.put(run.run(), run));
    return runs.chunksBetween(from, to, RunPart.DECIDED).stream()
        .flatMap(
            chunk -> lines(Objects.requireNonNull(byNumber.get(chunk.run())), runs.chunk(chunk)))
        .iterator();
  }

  private static Stream<List<@Nullable Object>> lines(Run run, PackedRun.Chunk chunk) {
    RunRows rows = PackedRun.unpack(List.of(chunk));
    DecisionLines lines = new DecisionLines(run);
    return Stream.of(
            rows.decisions().stream().flatMap(decision -> lines.of(decision).stream()),
            rows.grants().stream().map(lines::of),
            rows.fees().stream().map(lines::of))
        .flatMap(each -> each);
  }
}
