package dev.partnerops.importing;

import dev.partnerops.model.ToolException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Parses and reads chunks on all cores while the caller's thread cuts the next ones and takes the
 * results, in the order of the file. At most a few chunks are under way, so memory does not grow
 * with the file. The threads never touch the store (RELIABILITY, rule 8).
 */
final class ChunkPipeline {

  private ChunkPipeline() {}

  /**
   * @param workers makes what turns records into a result; one for each thread, since column
   *     readers belong to one
   * @param progress told after each chunk
   */
  static <R> void run(
      OpenFile file,
      Supplier<Function<List<CsvRecord>, R>> workers,
      Consumer<R> taker,
      Runnable progress) {
    int threads = Runtime.getRuntime().availableProcessors();
    char delimiter = file.layout().header().delimiter();
    Queue<Function<List<CsvRecord>, R>> idle = new ConcurrentLinkedQueue<>();
    Queue<Future<R>> underWay = new ArrayDeque<>();
    ExecutorService executor =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("reader-", 0).daemon().factory());
    try {
      Optional<Chunk> next = findNext(file, underWay);
      while (next.isPresent() || !underWay.isEmpty()) {
        if (next.isPresent()) {
          Chunk chunk = next.get();
          underWay.add(executor.submit(() -> read(chunk, delimiter, idle, workers)));
          next = findNext(file, underWay);
        }
        while (!underWay.isEmpty()
            && (next.isEmpty() || underWay.size() > threads + 1 || underWay.element().isDone())) {
          taker.accept(result(underWay.remove()));
          progress.run();
        }
      }
    } finally {
      executor.shutdown();
      awaitQuietly(executor);
    }
  }

  /** Of two faults the one further up in the file is told, whichever is found first. */
  private static <R> Optional<Chunk> findNext(OpenFile file, Queue<Future<R>> underWay) {
    try {
      return file.cutter().findNext();
    } catch (ToolException fault) {
      underWay.forEach(ChunkPipeline::result);
      throw fault;
    }
  }

  private static <R> R read(
      Chunk chunk,
      char delimiter,
      Queue<Function<List<CsvRecord>, R>> idle,
      Supplier<Function<List<CsvRecord>, R>> workers) {
    Function<List<CsvRecord>, R> found = idle.poll();
    Function<List<CsvRecord>, R> worker = found == null ? workers.get() : found;
    R result = worker.apply(chunk.records(delimiter));
    idle.add(worker);
    return result;
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("nobody interrupts an import", e);
    }
  }

  private static void awaitQuietly(ExecutorService executor) {
    try {
      boolean ended = executor.awaitTermination(1, TimeUnit.MINUTES);
      if (!ended) {
        throw new IllegalStateException("a chunk takes more than a minute");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
