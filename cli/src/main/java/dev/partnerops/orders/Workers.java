package dev.partnerops.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The threads of one computation. None is ever interrupted: that would close the store under the
 * others (RELIABILITY 8).
 */
final class Workers implements AutoCloseable {

  private final int threads;
  private final ExecutorService pool;

  /** One thread for each processor. */
  Workers() {
    threads = Runtime.getRuntime().availableProcessors();
    pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "orders");
              thread.setDaemon(true);
              return thread;
            });
  }

  int threads() {
    return threads;
  }

  <T> Future<T> submit(Supplier<T> work) {
    return pool.submit(work::get);
  }

  /** What the work came to, when it is done. */
  static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw unwrap(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("a computation over orders was interrupted", e);
    }
  }

  /** Runs the same work once a thread. */
  <T> List<T> all(Supplier<T> work) {
    List<Future<T>> futures = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      futures.add(submit(work));
    }
    List<T> results = new ArrayList<>();
    RuntimeException failure = null;
    for (Future<T> future : futures) {
      try {
        results.add(result(future));
      } catch (RuntimeException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return results;
  }

  /** Each task once, by whichever thread is free. */
  void each(List<Runnable> tasks) {
    AtomicInteger next = new AtomicInteger();
    all(() -> {
      for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
        tasks.get(i).run();
      }
      return tasks;
    });
  }

  private static RuntimeException unwrap(ExecutionException e) {
    if (e.getCause() instanceof RuntimeException cause) {
      return cause;
    }
    if (e.getCause() instanceof Error cause) {
      throw cause;
    }
    return new IllegalStateException(e.getCause());
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
