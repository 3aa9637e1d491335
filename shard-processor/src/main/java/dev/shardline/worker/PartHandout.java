package dev.shardline.worker;

import dev.shardline.dataset.PartId;
import dev.shardline.digest.Digest;
import dev.shardline.failure.UsageException;
import dev.shardline.manifest.BuiltDataset;
import dev.shardline.manifest.PartDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The share that an engine handed out: SageMaker shards the part manifests by key and puts each
/// into one worker's inputs. Which worker gets which, and below which folders, is never assumed: a
/// file is recognised by its digest.
public final class PartHandout {
  private static final String SUFFIX = ".manifest";

  private PartHandout() {}

  /// The parts whose manifests lie anywhere below `inputs`; none if the folder is not there.
  ///
  /// @throws UsageException if a manifest lies there that is none of the data set's parts
  public static List<PartId> find(Path inputs, BuiltDataset dataset) throws IOException {
    if (!Files.isDirectory(inputs)) {
      return List.of();
    }
    Map<String, PartDescription> byDigest = new TreeMap<>();
    for (PartDescription part : dataset.description().parts()) {
      part.manifests().forEach(manifest -> byDigest.put(manifest.sha256().hex(), part));
    }
    TreeSet<PartId> found = new TreeSet<>();
    for (Path file : manifestsBelow(inputs)) {
      Digest digest = Digest.of(Files.readAllBytes(file));
      PartDescription part = byDigest.get(digest.hex());
      if (part == null) {
        throw new UsageException(
            "%s is no part of data set %s; give the worker the data set that its inputs were made from"
                .formatted(file, dataset.directory()));
      }
      // A part of several buckets has several manifests; whoever holds the first one does it.
      if (part.manifests().getFirst().sha256().equals(digest)) {
        found.add(part.id());
      }
    }
    return List.copyOf(found);
  }

  private static List<Path> manifestsBelow(Path inputs) throws IOException {
    try (Stream<Path> files = Files.walk(inputs)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
          .sorted()
          .toList();
    }
  }
}
