package dev.shardline.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `dataset.json`: what was asked, what was found and the digest of every file of a built data set.
/// The digest of its bytes names the data set.
///
/// @param name the data set's name
/// @param software name and version that built it
/// @param previousOrNull digest of the `dataset.json` this one grew from; null for a first build
/// @param spec the canonical form of the configuration's `dataset` section
/// @param splits in the configuration's order
/// @param files the data set's other files (catalog, labels), in path order
/// @param findings of the checks, gravest first
public record DatasetDescription(
    String name,
    String software,
    @Nullable Digest previousOrNull,
    JsonNode spec,
    SourceDescription source,
    List<SplitDescription> splits,
    List<FileDigest> files,
    List<Finding> findings) {
  public DatasetDescription {
    spec = spec.deepCopy();
    splits = List.copyOf(splits);
    files = List.copyOf(files);
    findings = List.copyOf(findings);
  }

  /// The data set this one grew from.
  public Optional<Digest> previous() {
    return Optional.ofNullable(previousOrNull);
  }

  /// All parts of all splits.
  public List<PartDescription> parts() {
    return splits.stream().flatMap(split -> split.parts().stream()).toList();
  }

  /// Digest of a split's parts: the same as long as the split holds the same samples, in the same
  /// versions and the same parts, whatever the other splits hold.
  public Digest splitDigest(Split split) {
    ArrayNode digests = CanonicalJson.object().putArray(split.name());
    parts().stream()
        .filter(part -> part.id().split().equals(split))
        .sorted(Comparator.comparing(PartDescription::id))
        .forEach(part -> digests.add(part.id() + " " + part.samples().hex()));
    return CanonicalJson.digestOf(digests);
  }
}
