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
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Builds manifests of generated keys, whole process, into a local folder: label and subject from
/// the key, split by class, whole subjects. Prints seconds and the peak of memory. The peer is
/// `tests/peers/manifests_pandas.py`, which makes the same keys and does without subjects.
///
/// Arguments: number of keys (5,000,000), a folder for the files.
public final class ManifestBenchmark {
  private static final int PAGE = 1000;
  private static final int SLICES = 20;
  private static final double NANOS = 1e9;
  private static final List<String> CLASSES =
      List.of("glioma", "meningioma", "notumor", "pituitary");

  private ManifestBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000_000;
    Path work =
        arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("manifests-");
    long start = System.nanoTime();
    BuildResult result;
    try (LocalStore store = new LocalStore()) {
      result =
          new DatasetBuilder(_ -> store, keys(count), Probes.NONE, BuildProgress.NONE)
              .build(new BuildRequest(spec(), ObjectLocation.ofPath(work), "benchmark", false));
    }
    System.out.printf(
        Locale.ROOT,
        "%,d keys: %.2f s, peak %,d MiB; %s%n",
        count,
        (System.nanoTime() - start) / NANOS,
        PeakMemory.mebibytes(),
        result.description().splits().stream()
            .map(split -> split.split() + " " + split.counts().samples())
            .toList());
  }

  private static DatasetSpec spec() {
    return new DatasetSpec(
        "keys",
        List.of(
            new SourceSpec.Prefix(
                "", ObjectLocation.parse("s3://bucket/data/"), KeyFilter.DEFAULT)),
        new GroupingSpec.Single(),
        LabellingSpec.ofPatterns(KeyPattern.parse("(?<label>[^/]+)/(?<subject>[^/_]+)_[^/]+")),
        new DuplicateSpec(false, false, DuplicateSpec.Conflicts.KEEP),
        SplitSpec.ofShares("0.7", "0.15", "0.15", 7),
        PartSpec.DEFAULT);
  }

  /// Digits by hand: `String.format` would take more time than the build of a key's row.
  private static String padded(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  /// Pages of keys as a bucket would give them, in key order.
  private static PrefixLister keys(int count) {
    return (prefix, pages) -> {
      int perClass = count / CLASSES.size();
      for (String label : CLASSES) {
        List<ObjectSummary> page = new ArrayList<>(PAGE);
        for (int i = 0; i < perClass; i++) {
          String key =
              label + "/sub" + padded(i / SLICES, 7) + "_" + padded(i % SLICES, 2) + ".jpg";
          ObjectVersion version =
              new ObjectVersion(HexFormat.of().toHexDigits(i * 31L + key.hashCode()).repeat(2), "");
          page.add(new ObjectSummary(prefix.resolve(key), 20_000 + i % 977, version));
          if (page.size() == PAGE || i == perClass - 1) {
            pages.accept(List.copyOf(page));
            page.clear();
          }
        }
      }
    };
  }
}
