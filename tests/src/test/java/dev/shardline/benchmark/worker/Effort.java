package dev.shardline.benchmark.worker;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.function.BinaryOperator;

/// What a piece of work took.
///
/// @param result what it gave
/// @param seconds of the clock
/// @param processor seconds of all processors, with compiling and collecting
/// @param compiling seconds that the compilers' threads worked, which a longer run has not more of
record Effort<T>(T result, double seconds, double processor, double compiling) {
  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;
  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final CompilationMXBean COMPILERS = ManagementFactory.getCompilationMXBean();

  static <T> Effort<T> of(Callable<T> work) throws Exception {
    long processor = MACHINE.getProcessCpuTime();
    long compiling = COMPILERS.getTotalCompilationTime();
    long begun = System.nanoTime();
    T result = work.call();
    return new Effort<>(
        result,
        (System.nanoTime() - begun) / NANOS,
        (MACHINE.getProcessCpuTime() - processor) / NANOS,
        (COMPILERS.getTotalCompilationTime() - compiling) / MILLIS);
  }

  /// This and another piece.
  ///
  /// @param results makes one result of both
  Effort<T> plus(Effort<T> other, BinaryOperator<T> results) {
    return new Effort<>(
        results.apply(result, other.result),
        seconds + other.seconds,
        processor + other.processor,
        compiling + other.compiling);
  }

  /// Seconds of all processors without what compiling took.
  double compiled() {
    return processor - compiling;
  }
}
