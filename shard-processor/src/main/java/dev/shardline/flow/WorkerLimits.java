package dev.shardline.flow;

/// How much of a machine a worker uses.
///
/// @param cores threads that decode and transform
/// @param memoryBytes what all samples on their way may need together; a sample that needs more is
///   refused
/// @param fetches samples that are read at once
public record WorkerLimits(int cores, long memoryBytes, int fetches) {
  private static final int USUAL_FETCHES = 64;

  public WorkerLimits {
    if (cores < 1 || memoryBytes < 1 || fetches < 1) {
      throw new IllegalArgumentException(
          "A worker needs at least one core, byte and fetch, got %d, %d, %d"
              .formatted(cores, memoryBytes, fetches));
    }
  }

  /// All cores, and three fifths of the heap: the rest is for what is counted nowhere (the program
  /// itself, garbage that waits for collection).
  public static WorkerLimits ofThisMachine() {
    Runtime runtime = Runtime.getRuntime();
    return new WorkerLimits(
        runtime.availableProcessors(), runtime.maxMemory() / 5 * 3, USUAL_FETCHES);
  }

  /// How many samples may be on their way at once.
  public int window() {
    return fetches + 4 * cores;
  }
}
