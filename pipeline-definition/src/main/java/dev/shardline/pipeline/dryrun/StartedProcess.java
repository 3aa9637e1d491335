package dev.shardline.pipeline.dryrun;

import dev.shardline.threads.WaitingThreads;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A process of this machine as a running container.
final class StartedProcess implements ContainerEngine.Running {
  private final Process process;

  StartedProcess(Process process) {
    this.process = process;
  }

  @Override
  public int await() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void stop(Duration grace) {
    process.destroy();
    WaitingThreads.of("stop-" + process.pid(), () -> endAfter(grace)).start();
  }

  private void endAfter(Duration grace) {
    try {
      if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
