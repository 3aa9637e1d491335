package dev.shardline.telemetry;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Foretells when something will be done from the pace of the later half, or somewhat more, of what
/// was done: what the start and the first, slow pieces took says little of the rest. Says nothing
/// before that half took a quarter of the time, since pieces that end together are no pace. What
/// was done before it began does not count.
public final class Pace {
  private static final int SHARE_OF_TIME = 4;

  private final long startNanos;
  private final long total;
  private final long before;
  private Mark half = Mark.NONE;
  private Mark whole = Mark.NONE;

  /// How far it was, and when.
  private record Mark(long done, long nanos) {
    static final Mark NONE = new Mark(0, 0);
  }

  /// @param total how much there is
  /// @param before how much of it was done already
  /// @param startNanos now, as [System#nanoTime] tells
  public Pace(long total, long before, long startNanos) {
    this.total = total;
    this.before = before;
    this.startNanos = startNanos;
  }

  /// Notes how far it is, and tells how long the rest will take; empty while that is not known.
  public synchronized Optional<Duration> left(long done, long nowNanos) {
    long own = done - before;
    if (own <= 0) {
      return Optional.empty();
    }
    if (own >= 2 * whole.done()) {
      half = whole;
      whole = new Mark(own, nowNanos);
    }
    long nanos = nowNanos - half.nanos();
    if (half.done() == 0 || nanos < (nowNanos - startNanos) / SHARE_OF_TIME) {
      return Optional.empty();
    }
    double nanosEach = (double) nanos / (own - half.done());
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
