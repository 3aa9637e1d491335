package dev.shardline.manifest;

import dev.shardline.dataset.Split;
import java.math.BigDecimal;
import java.util.List;

/// What `dataset.json` says of a split.
///
/// @param share the share of the data set that was asked for, 0 to 1; without trailing zeros
/// @param counts what it holds
/// @param subjects how many subjects it holds
/// @param classes how many samples of each class, in the order of the label encoding
/// @param manifests its ManifestFiles, one per bucket
/// @param parts in the order of their numbers, which may have gaps
public record SplitDescription(
    Split split,
    BigDecimal share,
    Counts counts,
    long subjects,
    List<ClassCount> classes,
    List<FileDigest> manifests,
    List<PartDescription> parts) {
  public SplitDescription {
    share = share.stripTrailingZeros();
    classes = List.copyOf(classes);
    manifests = List.copyOf(manifests);
    parts = List.copyOf(parts);
  }
}
