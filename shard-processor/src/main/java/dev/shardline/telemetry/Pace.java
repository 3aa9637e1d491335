package dev.shardline.telemetry;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Foretells when something will be done from how far it has come. What was done before it began
/// does not count.
public final class Pace {
  private final long startNanos;
  private final long total;
  private final long before;

  /// @param total how much there is
  /// @param before how much of it was done already
  /// @param startNanos now, as [System#nanoTime] tells
  public Pace(long total, long before, long startNanos) {
    this.total = total;
    this.before = before;
    this.startNanos = startNanos;
  }

  /// How long the rest will take at the pace so far; empty before anything was done.
  public Optional<Duration> left(long done, long nowNanos) {
    long own = done - before;
    if (own <= 0) {
      return Optional.empty();
    }
    double nanosEach = (double) (nowNanos - startNanos) / own;
    return Optional.of(Duration.ofNanos((long) (nanosEach * Math.max(0, total - done))));
  }

  /// The same as text: `, 3:07 left`; nothing if unknown or done.
  public String text(long done, long nowNanos) {
    return done >= total
        ? ""
        : left(done, nowNanos).map(left -> ", " + shown(left) + " left").orElse("");
  }

  private static String shown(Duration duration) {
    return duration.toHours() > 0
        ? String.format(
            Locale.ROOT,
            "%d:%02d:%02d",
            duration.toHours(),
            duration.toMinutesPart(),
            duration.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", duration.toMinutesPart(), duration.toSecondsPart());
  }
}
