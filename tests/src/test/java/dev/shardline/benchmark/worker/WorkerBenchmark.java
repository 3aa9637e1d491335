package dev.shardline.benchmark.worker;

import java.nio.file.Files;
import java.nio.file.Path;

/// What a worker adds to its recipe, how it scales, how well it hides latency, how much it holds.
///
/// Arguments: a folder to work in, samples (2,000), rounds (3): slices against a bare loop of
/// decode, recipe and tar in one thread, with and without the digests that a worker makes
/// (`-Dstages=true`: where the worker's time went). With the samples given as `steady:2000`: what
/// all processors that this process may use do in a second, with and without 20 ms of latency. With
/// `memory:100000`: the heap, against the memory budget and a fiftieth of the slices. With
/// `tiny:10000000`: the same of so many samples of 100 bytes.
public final class WorkerBenchmark {
  private static final String OVERHEAD = "2000";

  private WorkerBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    String asked = arguments.length > 1 ? arguments[1] : OVERHEAD;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    int colon = asked.indexOf(':');
    int samples = Integer.parseInt(asked.substring(colon + 1));
    MeasuredWorker worker = new MeasuredWorker(folder);
    switch (asked.substring(0, Math.max(0, colon))) {
      case "tiny" -> new HeapFigures(folder, worker).tiny(samples);
      case "memory" -> new HeapFigures(folder, worker).slices(samples);
      case "steady" -> new ScalingFigures(worker).print(SliceJob.of(folder, samples), rounds);
      default -> new OverheadFigures(folder, worker).compare(SliceJob.of(folder, samples), rounds);
    }
  }
}
