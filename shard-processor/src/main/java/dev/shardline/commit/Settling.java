package dev.shardline.commit;

import dev.shardline.threads.WaitingThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Does beside the work on a part what would else be left for its end, one pass after another. For
/// one thread at a time.
final class Settling {
  /// One pass, by a thread of its own.
  @FunctionalInterface
  interface Pass {
    void run() throws IOException;
  }

  private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

  /// Begins a pass, unless one is under way.
  ///
  /// @throws IOException if the last one failed
  void begin(Pass pass) throws IOException {
    if (running.isDone()) {
      await();
      running =
          CompletableFuture.runAsync(
              () -> run(pass), task -> WaitingThreads.of("settle", task).start());
    }
  }

  private static void run(Pass pass) {
    try {
      pass.run();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Waits for the pass under way.
  ///
  /// @throws IOException if it failed
  void await() throws IOException {
    try {
      running.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof UncheckedIOException unchecked) {
        throw unchecked.getCause();
      }
      throw failure;
    }
  }

  /// Waits for the pass under way, whatever becomes of it.
  void end() {
    running.handle((_, _) -> null).join();
  }
}
