package dev.partnerops.orders;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a batch of orders is written.
 *
 * @param columns the columns that the file has; the others keep their stored values (RULES 8)
 * @param ownColumns names of the own columns that the file has, in the order of {@link
 *     OrderRow#own}
 * @param lastWins of unlike rows of one order in the file the last line counts; else all of them
 *     are rejects
 * @param scratchFolder where sorted runs go when the batch does not fit {@code memoryBytes};
 *     exists, and is private
 * @param memoryBytes bound of the buffers, some 150 MiB in a heap of 512 MiB
 */
public record OrderBatchOptions(
    Set<OrderColumn> columns,
    List<String> ownColumns,
    boolean lastWins,
    Path scratchFolder,
    long memoryBytes) {

  public OrderBatchOptions {
    columns = Set.copyOf(columns);
    ownColumns = List.copyOf(ownColumns);
    if (!columns.contains(OrderColumn.ORDER_ID)) {
      throw new IllegalArgumentException("a batch of orders has order ids");
    }
  }

  /** A file with every column of SPEC section 2, first come wins nothing. */
  public static OrderBatchOptions allColumns(Path scratchFolder, long memoryBytes) {
    Set<OrderColumn> columns = EnumSet.allOf(OrderColumn.class);
    columns.remove(OrderColumn.LINE);
    return new OrderBatchOptions(columns, List.of(), false, scratchFolder, memoryBytes);
  }
}
