package dev.shardline.benchmark.signal;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.RecordingHeader;
import dev.shardline.signal.RecordingReader;
import dev.shardline.signal.format.FolderFiles;
import dev.shardline.signal.format.ReadOptions;
import dev.shardline.signal.format.edf.EdfFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Locale;

/// Decodes an EDF or BDF file to float32 in stretches of ten seconds, in one thread, and prints
/// decoded bytes per second of each pass and the largest heap seen. A file of any size is read in
/// the same memory: start it with `-Xmx256m`.
///
/// Arguments: the file, number of passes (3).
public final class EdfBenchmark {
  private static final double SECONDS = 10;
  private static final double GIGA = 1e9;
  private static final double MEBIBYTE = 1 << 20;

  private EdfBenchmark() {}

  public static void main(String[] arguments) throws IOException, MalformedDataException {
    Path file = Path.of(arguments[0]).toAbsolutePath();
    int passes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int pass = 0; pass < passes; pass++) {
      long start = System.nanoTime();
      long processorStart = threads.getCurrentThreadCpuTime();
      long bytes = decode(file);
      double processor = (threads.getCurrentThreadCpuTime() - processorStart) / GIGA;
      double seconds = (System.nanoTime() - start) / GIGA;
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          Locale.ROOT,
          "%.3f GB/s decoded, %.1f s; %.3f GB per second of processor; heap %.0f MiB of at most"
              + " %.0f%n",
          bytes / seconds / GIGA,
          seconds,
          bytes / processor / GIGA,
          runtime.totalMemory() / MEBIBYTE,
          runtime.maxMemory() / MEBIBYTE);
    }
  }

  private static long decode(Path file) throws IOException, MalformedDataException {
    try (FolderFiles files = new FolderFiles(file.getParent())) {
      RecordingReader reader =
          new EdfFormat().open(files, file.getFileName().toString(), ReadOptions.STRICT);
      RecordingHeader header = reader.header();
      int stretch = (int) header.rate().timePoints(SECONDS);
      float[][] rows = new float[header.channels().size()][stretch];
      for (long at = 0; at < header.timePoints(); at += stretch) {
        reader.read(at, Math.min(at + stretch, header.timePoints()), rows, 0);
      }
      return header.predictedBytes(Float.BYTES);
    }
  }
}
