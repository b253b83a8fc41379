package dev.partnerops.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.ToolException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compacting changes nothing but where versions lie (RULES 5). */
final class OrderCompactionTest {

  private static final int SEGMENT = OrderBlock.SEGMENT_ROWS;
  private static final int OVERLAPPING = 64;

  @TempDir private Path scratch;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void everyOlderStateAndHistoryStaysWhatItWas(long seed) throws Exception {
    try (OrderStore plain = OrderStore.inMemory(scratch);
        OrderStore compacted = OrderStore.inMemory(scratch)) {
      Random random = new Random(seed);
      List<OrderRow> first = Nights.base(random);
      plain.load(first);
      compacted.load(first);
      for (int night = 0; night < 60; night++) {
        List<OrderRow> rows = Nights.night(random, night);
        assertThat(compacted.load(rows)).isEqualTo(plain.load(rows));
        if (night % 9 == 8) {
          // Of what stands, the last batch: nothing builds on it.
          long last = plain.lastBatch();
          plain.withdraw(last);
          compacted.withdraw(last);
        }
        if (night % 20 == 10) {
          assertThat(compact(compacted)).isPositive();
        }
        if (night % 20 == 16) {
          // What lay in history holds again.
          long last =
              OrderHistory.of(plain.connection, Long.MAX_VALUE, newest(rows)).getLast().batch();
          plain.withdraw(last);
          compacted.withdraw(last);
          assertThat(compact(compacted)).isPositive();
          assertTidy(compacted);
        }
      }
      assertThat(compact(compacted)).isPositive();
      assertTidy(compacted);
      assertThat(compact(compacted)).isZero();
      // Numbers and texts, current and of history.
      assertThat(compacted.count("order_segment")).isEqualTo(4);
      assertThat(compacted.count("order_replaced")).isZero();
      OrderStates.assertSame(plain, compacted);
    }
  }

  private static String newest(List<OrderRow> rows) {
    return String.valueOf(rows.getFirst().orderId);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {2, 20})
  void groupsOfAnySizeComeToTheSame(int segmentsAtOnce) throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      Random random = new Random(3);
      List<String> all = new ArrayList<>();
      for (int i = 0; i < 3 * SEGMENT; i++) {
        all.add((i % 3 == 0 ? "T" : "") + (i * 7 + 1));
      }
      store.load(rows(random, all));
      for (int night = 0; night < 3; night++) {
        Collections.shuffle(all, random);
        store.load(rows(random, all.subList(0, SEGMENT / 2)));
      }
      store.withdraw(store.lastBatch());
      List<String> before = states(store);
      assertThat(compact(store, segmentsAtOnce)).isPositive();
      assertThat(store.count("order_fold")).isGreaterThan(segmentsAtOnce == 2 ? 1 : 0);
      assertTidy(store);
      assertThat(states(store)).isEqualTo(before);
      assertThat(compact(store, segmentsAtOnce)).isZero();
      assertThat(compact(store, 64)).isZero();
    }
  }

  /** A digest as of each batch. */
  private static List<String> states(OrderStore store) {
    List<String> states = new ArrayList<>();
    for (long batch = 1; batch <= store.lastBatch(); batch++) {
      states.add(OrderDigest.of(store.connection, batch));
    }
    return states;
  }

  private static List<OrderRow> rows(Random random, List<String> ids) {
    List<OrderRow> rows = new ArrayList<>();
    for (String id : ids) {
      rows.add(Orders.random(random, id, rows.size() + 2));
    }
    return rows;
  }

  private static List<String> numbers(int from, int to) {
    List<String> numbers = new ArrayList<>();
    for (int i = from; i < to; i++) {
      numbers.add(Integer.toString(i));
    }
    return numbers;
  }

  @Test
  void fullSegmentsThatNothingTouchesStay() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      Random random = new Random(4);
      store.load(rows(random, numbers(0, 3 * SEGMENT)));
      assertThat(compact(store)).isZero();
      store.load(rows(random, numbers(3 * SEGMENT - 10, 3 * SEGMENT + 10)));
      assertThat(compact(store)).isEqualTo(SEGMENT + 20);
      assertTidy(store);
      assertThat(segments(store)).startsWith(1L, 2L).hasSize(5);
    }
  }

  @Test
  void whatIsNotFullIsFilledWhereThatMakesFewer() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      Random random = new Random(4);
      for (int i = 0; i < 4; i++) {
        store.load(rows(random, numbers(i * 10_000, (i + 1) * 10_000)));
      }
      assertThat(compact(store)).isEqualTo(40_000);
      assertThat(segments(store)).hasSize(3);
      assertTidy(store);
      // One more that is not full, and then as many as before would be left.
      store.load(rows(random, numbers(40_000, 50_000)));
      assertThat(compact(store)).isZero();
    }
  }

  /** Segments of long ids are full before they have all the rows that fit. */
  @Test
  void longIdsAreCompactedOnce() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      Random random = new Random(4);
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < 12_000; i++) {
        ids.add("订".repeat(50) + i);
      }
      store.load(rows(random, ids));
      store.load(rows(random, ids.subList(0, 100)));
      assertThat(compact(store)).isPositive();
      assertThat(compact(store)).isZero();
    }
  }

  @Test
  void anEmptyStoreHasNothingToCompact() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      assertThat(compact(store)).isZero();
    }
  }

  @Test
  void manyThatOverlapAreFoldedBeforeTheyAreInMemoryTogether() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      Random random = new Random(6);
      store.load(Nights.base(random));
      for (int night = 0; night < 40; night++) {
        store.load(Nights.night(random, night));
      }
      List<String> before = states(store);
      try (OrderCompaction compaction = new OrderCompaction(store, 2, 8)) {
        compaction.run(moved -> {});
      }
      assertTidy(store);
      assertThat(states(store)).isEqualTo(before);
    }
  }

  /** Fails the first, the second, … use of the connection, until the compacting goes through. */
  @Test
  void failingAnywhereLeavesTheOrdersAsTheyWere() throws Exception {
    try (OrderStore store = OrderStore.inMemory(scratch)) {
      Random random = new Random(5);
      store.load(rows(random, numbers(0, 20_000)));
      for (int night = 0; night < 15; night++) {
        store.load(Nights.night(random, night));
      }
      List<String> now = OrderStates.read(store.connection, Long.MAX_VALUE);
      List<String> then = OrderStates.read(store.connection, 10);
      int fails = 0;
      while (!compactsWithin(store, fails)) {
        assertThat(OrderStates.read(store.connection, Long.MAX_VALUE))
            .as("after " + fails)
            .isEqualTo(now);
        assertThat(OrderStates.read(store.connection, 10)).isEqualTo(then);
        fails += fails < 20 ? 1 : 251;
      }
      assertThat(fails).isGreaterThan(100);
      assertTidy(store);
      assertThat(OrderStates.read(store.connection, Long.MAX_VALUE)).isEqualTo(now);
      assertThat(OrderStates.read(store.connection, 10)).isEqualTo(then);
    }
  }

  private static boolean compactsWithin(OrderStore store, int uses) throws SQLException {
    FailingConnection failing = new FailingConnection(store, uses);
    try (OrderCompaction compaction = new OrderCompaction(failing, 2, OVERLAPPING)) {
      compaction.run(moved -> {});
      return true;
    } catch (ToolException.Resources e) {
      store.connection.rollback();
      return false;
    }
  }

  private static long compact(OrderStore store) {
    return compact(store, 64);
  }

  private static long compact(OrderStore store, int segmentsAtOnce) {
    try (OrderCompaction compaction = new OrderCompaction(store, segmentsAtOnce, OVERLAPPING)) {
      long due = compaction.survey().dueVersions();
      long moved = compaction.run(done -> {});
      assertThat(moved).isGreaterThanOrEqualTo(due);
      assertThat(compaction.survey().dueVersions()).isZero();
      return moved;
    }
  }

  /** Current versions lie alone, ascending and without overlap, in segments that are full. */
  private static void assertTidy(OrderStore store) {
    try (OrderSnapshot now = OrderSnapshot.open(store.connection, Long.MAX_VALUE)) {
      List<StoredSegment> current = new ArrayList<>(now.segments());
      current.sort(Comparator.comparing(segment -> segment.header().least()));
      for (int i = 0; i < current.size(); i++) {
        StoredSegment segment = current.get(i);
        assertThat(segment.history()).isFalse();
        assertThat(now.hidden(segment).count()).isZero();
        if (i + 1 < current.size()) {
          SegmentHeader next = current.get(i + 1).header();
          assertThat(segment.header().greatest()).isLessThan(next.least());
          assertThat(
                  segment.header().rows() == SEGMENT || next.isText() != segment.header().isText())
              .isTrue();
        }
      }
    }
  }

  private static List<Long> segments(OrderStore store) throws SQLException {
    List<Long> segments = new ArrayList<>();
    try (Statement statement = store.connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select segment from base.order_segment order by segment")) {
      while (rows.next()) {
        segments.add(rows.getLong(1));
      }
    }
    return segments;
  }
}
