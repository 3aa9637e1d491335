package dev.shardline.benchmark.build;

import dev.shardline.build.BuildProgress;
import dev.shardline.build.BuildRequest;
import dev.shardline.build.BuildResult;
import dev.shardline.build.DatasetBuilder;
import dev.shardline.build.DatasetSpec;
import dev.shardline.duplicates.DuplicateSpec;
import dev.shardline.grouping.GroupingSpec;
import dev.shardline.labelling.LabellingSpec;
import dev.shardline.listing.KeyFilter;
import dev.shardline.listing.KeyPattern;
import dev.shardline.listing.PrefixLister;
import dev.shardline.listing.SourceSpec;
import dev.shardline.parts.PartSpec;
import dev.shardline.probe.Probes;
import dev.shardline.split.SplitSpec;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.storage.local.LocalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Builds manifests of generated keys, whole process, into a local folder: label and subject from
/// the key, split by class. Prints seconds, seconds of processor and the peak of memory, and when
/// each stage began. The peer is `tests/peers/manifests_pandas.py`, which makes the same keys,
/// keeps no subjects together, and writes neither parts nor digests.
///
/// Arguments: number of keys (5,000,000), a folder for the files, `classes` to split by class alone
/// as the peer does (the default) or `subjects` to keep subjects whole as well.
public final class ManifestBenchmark {
  private static final int PAGE = 1000;
  private static final int PAGES_AHEAD = 8;
  private static final int SLICES = 20;
  private static final double NANOS = 1e9;
  private static final String ZEROS = "0".repeat(16);
  private static final List<String> CLASSES =
      List.of("glioma", "meningioma", "notumor", "pituitary");

  private ManifestBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000_000;
    Path work =
        arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("manifests-");
    boolean subjects = arguments.length > 2 && arguments[2].equals("subjects");
    StageTimes times = new StageTimes();
    BuildResult result;
    try (LocalStore store = new LocalStore()) {
      result =
          new DatasetBuilder(_ -> store, keys(count), Probes.NONE, times)
              .build(
                  new BuildRequest(
                      spec(subjects), ObjectLocation.ofPath(work), "benchmark", false));
    }
    System.out.printf(
        Locale.ROOT,
        "%,d keys by %s: %.2f s, processor %.2f s, peak %,d MiB; %s; %s%n",
        count,
        subjects ? "class and subject" : "class",
        times.seconds(),
        processorSeconds(),
        PeakMemory.mebibytes(),
        result.description().splits().stream()
            .map(split -> split.split() + " " + split.counts().samples())
            .toList(),
        times);
  }

  /// When each stage was first heard of, in seconds and in seconds of processor.
  private static final class StageTimes implements BuildProgress {
    private final long start = System.nanoTime();
    private final Map<Stage, String> begun =
        Collections.synchronizedMap(new EnumMap<>(Stage.class));

    @Override
    public void report(Stage stage, long done) {
      begun.computeIfAbsent(
          stage, _ -> String.format(Locale.ROOT, "%.2f (%.2f)", seconds(), processorSeconds()));
    }

    double seconds() {
      return (System.nanoTime() - start) / NANOS;
    }

    @Override
    public String toString() {
      StringJoiner text = new StringJoiner(", ");
      begun.forEach((stage, at) -> text.add(stage + " " + at));
      return text.toString();
    }
  }

  private static double processorSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
  }

  private static DatasetSpec spec(boolean subjects) {
    String person = subjects ? LabellingSpec.DEFAULT_SUBJECT : "person";
    return new DatasetSpec(
        "keys",
        List.of(
            new SourceSpec.Prefix(
                "", ObjectLocation.parse("s3://bucket/data/"), KeyFilter.DEFAULT)),
        new GroupingSpec.Single(),
        LabellingSpec.ofPatterns(
            KeyPattern.parse("(?<label>[^/]+)/(?<%s>[^/_]+)_[^/]+".formatted(person))),
        new DuplicateSpec(false, false, DuplicateSpec.Conflicts.KEEP),
        SplitSpec.ofShares("0.7", "0.15", "0.15", 7),
        PartSpec.DEFAULT);
  }

  /// Pages of keys as a bucket would give them, in key order, a few of them ahead: the peer has its
  /// keys before its time begins.
  private static PrefixLister keys(int count) {
    return (prefix, pages) -> {
      BlockingQueue<List<ObjectSummary>> ahead = new ArrayBlockingQueue<>(PAGES_AHEAD);
      Thread.ofPlatform().daemon().start(() -> make(count, prefix, ahead));
      try {
        for (List<ObjectSummary> page = ahead.take(); !page.isEmpty(); page = ahead.take()) {
          pages.accept(page);
        }
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    };
  }

  private static void make(
      int count, ObjectLocation prefix, BlockingQueue<List<ObjectSummary>> ahead) {
    try {
      int perClass = count / CLASSES.size();
      for (String label : CLASSES) {
        for (int from = 0; from < perClass; from += PAGE) {
          List<ObjectSummary> page = new ArrayList<>(PAGE);
          for (int i = from; i < Math.min(from + PAGE, perClass); i++) {
            page.add(object(prefix, label, i));
          }
          ahead.put(page);
        }
      }
      ahead.put(List.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ObjectSummary object(ObjectLocation prefix, String label, int i) {
    String key = label + "/sub" + padded(i / SLICES, 7) + "_" + padded(i % SLICES, 2) + ".jpg";
    String half = HexFormat.of().toHexDigits(i * 31L + key.hashCode());
    return new ObjectSummary(
        prefix.resolve(key), 20_000 + i % 977, new ObjectVersion(half + half, ""));
  }

  /// Digits by hand: `String.format` would take more time than the build of a key's row.
  private static String padded(int number, int digits) {
    String text = Integer.toString(number);
    return ZEROS.substring(0, Math.max(0, digits - text.length())) + text;
  }
}
