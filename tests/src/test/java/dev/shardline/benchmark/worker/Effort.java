package dev.shardline.benchmark.worker;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/// What a piece of work took.
///
/// @param result what it gave
/// @param seconds of the clock
/// @param processor seconds of all processors, with compiling and collecting
record Effort<T>(T result, double seconds, double processor) {
  private static final double NANOS = 1e9;
  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  static <T> Effort<T> of(Callable<T> work) throws Exception {
    long processor = MACHINE.getProcessCpuTime();
    long begun = System.nanoTime();
    T result = work.call();
    return new Effort<>(
        result,
        (System.nanoTime() - begun) / NANOS,
        (MACHINE.getProcessCpuTime() - processor) / NANOS);
  }
}
