package dev.shardline.pipeline.dryrun;

import dev.shardline.threads.WaitingThreads;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Uploads files while the containers still write, once each has been left alone for a moment, and
/// whatever is left at the end, also of a job that fails.
final class ContinuousUpload implements AutoCloseable {
  private static final long PAUSE_MILLIS = 100;
  private static final long SETTLED_MILLIS = 200;

  private final List<OutputUpload> uploads;
  private final List<Host> hosts;
  private final AtomicBoolean over = new AtomicBoolean();
  private final Thread thread;

  ContinuousUpload(List<OutputUpload> uploads, List<Host> hosts) {
    this.uploads = uploads;
    this.hosts = hosts;
    this.thread = WaitingThreads.of("continuous-upload", this::sweepUntilOver);
    if (!uploads.isEmpty()) {
      thread.start();
    }
  }

  private void sweepUntilOver() {
    try {
      while (!over.get()) {
        Thread.sleep(PAUSE_MILLIS);
        sweepWhatIsThere();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sweepWhatIsThere() {
    try {
      sweep(SETTLED_MILLIS);
    } catch (IOException passing) {
      // A file vanished between listing and reading; the last sweep tells of lasting failures.
      Thread.onSpinWait();
    }
  }

  private void sweep(long settledFor) throws IOException {
    for (OutputUpload upload : uploads) {
      upload.sweep(hosts, settledFor);
    }
  }

  /// Uploads what is left.
  void finish() throws IOException, InterruptedException {
    over.set(true);
    thread.join();
    sweep(0);
  }

  List<String> clashes() {
    return uploads.stream().flatMap(upload -> upload.clashes().stream()).toList();
  }

  @Override
  public void close() throws IOException {
    if (over.get()) {
      return;
    }
    try {
      finish();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
