package dev.shardline.manifest;

import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Split;

/// The names of a data set's files, relative to its directory (docs/FORMATS.md).
public final class DatasetFiles {
  public static final String DESCRIPTION = "dataset.json";
  public static final String CATALOG = "catalog.csv";
  public static final String LABELS = "labels.json";

  /// The folder whose objects an engine hands out to workers.
  public static final String PARTS = "parts/";

  private static final String MANIFEST_SUFFIX = ".manifest";

  private DatasetFiles() {}

  /// A split's manifest: `train.manifest`, then `train.1.manifest` for the objects of a second
  /// bucket, and so on.
  public static String manifest(Split split, int bucket) {
    return numbered(split.name(), bucket);
  }

  /// A part's manifest: `parts/train/part-00000.manifest`, then
  /// `parts/train/part-00000.1.manifest`.
  public static String partManifest(PartId part, int bucket) {
    return PARTS + numbered(part.toString(), bucket);
  }

  /// A part's samples file: `samples/train/part-00000.csv`.
  public static String samples(PartId part) {
    return "samples/" + part + ".csv";
  }

  private static String numbered(String base, int bucket) {
    return base + (bucket == 0 ? "" : "." + bucket) + MANIFEST_SUFFIX;
  }
}
