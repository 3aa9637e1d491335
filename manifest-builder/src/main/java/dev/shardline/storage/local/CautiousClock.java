package dev.shardline.storage.local;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// The time of day, never later than it would be had nobody set the clock since this was made: what
/// was done before now is not taken for older than it is, whichever way the clock jumps. Safe for
/// many threads.
final class CautiousClock {
  private final LongSupplier epochMillis;
  private final LongSupplier steadyNanos;
  private final long startMillis;
  private final long startNanos;

  /// The clocks of this machine.
  CautiousClock() {
    this(System::currentTimeMillis, System::nanoTime);
  }

  /// @param epochMillis the clock on the wall, which may jump
  /// @param steadyNanos a clock that only goes on
  CautiousClock(LongSupplier epochMillis, LongSupplier steadyNanos) {
    this.epochMillis = epochMillis;
    this.steadyNanos = steadyNanos;
    this.startMillis = epochMillis.getAsLong();
    this.startNanos = steadyNanos.getAsLong();
  }

  /// Nanoseconds since 1970.
  long epochNanos() {
    long steady = TimeUnit.MILLISECONDS.toNanos(startMillis) + steadyNanos.getAsLong() - startNanos;
    return Math.min(TimeUnit.MILLISECONDS.toNanos(epochMillis.getAsLong()), steady);
  }
}
