package dev.shardline.benchmark.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The most memory this process has had resident, as Linux counts it.
final class PeakMemory {
  private static final String FIELD = "VmHWM:";

  private PeakMemory() {}

  static long mebibytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith(FIELD))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(-1);
  }
}
