package dev.shardline.cli.build;

import dev.shardline.build.BuildProgress;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells in log lines how far a build is and how fast it goes: every few seconds, and once more
/// when a stage ends that took that long.
final class BuildLog implements BuildProgress {
  private static final Logger LOG = LoggerFactory.getLogger(BuildLog.class);
  private static final long INTERVAL = Duration.ofSeconds(2).toNanos();
  private static final double NANOS = 1e9;

  private final LongSupplier clock;
  private @Nullable Stage stage;
  private long began;
  private long told;
  private long done;

  /// @param clock nanoseconds since any moment
  BuildLog(LongSupplier clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void report(Stage now, long count) {
    long time = clock.getAsLong();
    if (now != stage) {
      begin(now, time);
    }
    done = Math.max(done, count);
    if (time - told >= INTERVAL) {
      tell(now, time);
    }
  }

  private void begin(Stage now, long time) {
    Stage ended = stage;
    if (ended != null && told > began) {
      tell(ended, time);
    }
    stage = now;
    began = time;
    told = time;
    done = 0;
  }

  private void tell(Stage of, long time) {
    told = time;
    LOG.info("{}", line(of, done, (time - began) / NANOS));
  }

  /// The line for a stage that has done so much in so many seconds.
  static String line(Stage stage, long done, double seconds) {
    return switch (stage) {
      case LISTING -> "listed %,d objects, %,.0f a second".formatted(done, done / seconds);
      case LABELLING -> "reading labels and subjects of %,d samples".formatted(done);
      case COPIES ->
          "looked at %,d samples for copies, %,.0f a second".formatted(done, done / seconds);
      case CHECKING -> "looked into %,d headers, %,.0f a second".formatted(done, done / seconds);
      case SPLITTING -> "splitting %,d samples".formatted(done);
      case WRITING -> "writing manifests, %.0f s so far".formatted(seconds);
    };
  }
}
