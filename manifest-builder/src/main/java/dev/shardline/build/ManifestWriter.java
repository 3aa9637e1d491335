package dev.shardline.build;

import dev.shardline.column.TextColumn;
import dev.shardline.grouping.SampleTable;
import dev.shardline.listing.ObjectTable;
import dev.shardline.manifest.FileDigest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Writes samples' objects as SageMaker ManifestFiles, one for each root that they come from: the
/// same text as [dev.shardline.manifest.SageMakerManifestParser], from columns. Safe for many
/// threads.
final class ManifestWriter {
  private static final byte[] BETWEEN = ",\n\"".getBytes(StandardCharsets.UTF_8);

  private final Path folder;
  private final SampleTable samples;
  private final ObjectTable objects;

  /// @param folder where the files are made
  ManifestWriter(Path folder, SampleTable samples) {
    this.folder = folder;
    this.samples = samples;
    this.objects = samples.objects();
  }

  /// Writes the manifests of some samples.
  ///
  /// @param count how many samples
  /// @param sampleAt the samples in the order of the manifest
  /// @param path the file of the n-th root that occurs
  List<FileDigest> write(int count, IntUnaryOperator sampleAt, IntFunction<String> path)
      throws IOException {
    List<FileDigest> files = new ArrayList<>();
    for (int root : roots(count, sampleAt)) {
      files.add(writeRoot(root, count, sampleAt, path.apply(files.size())));
    }
    return files;
  }

  private int[] roots(int count, IntUnaryOperator sampleAt) {
    if (objects.roots().size() == 1) {
      return new int[] {0};
    }
    boolean[] occurs = new boolean[objects.roots().size()];
    for (int i = 0; i < count; i++) {
      int sample = sampleAt.applyAsInt(i);
      for (int j = 0; j < samples.objectCount(sample); j++) {
        occurs[objects.rootIndex(samples.objectRow(sample, j))] = true;
      }
    }
    return IntStream.range(0, occurs.length).filter(root -> occurs[root]).toArray();
  }

  private FileDigest writeRoot(int root, int count, IntUnaryOperator sampleAt, String path)
      throws IOException {
    try (FileSink out = new FileSink(folder, path)) {
      TextBuffer text = new TextBuffer();
      byte[] prefix =
          objects.roots().get(root).location().toString().getBytes(StandardCharsets.UTF_8);
      text.put("[{\"prefix\":\"");
      Escaping.putJson(text, prefix, 0, prefix.length);
      text.put("\"}");
      for (int i = 0; i < count; i++) {
        int sample = sampleAt.applyAsInt(i);
        for (int j = 0; j < samples.objectCount(sample); j++) {
          int object = samples.objectRow(sample, j);
          if (objects.rootIndex(object) == root) {
            suffix(text, object);
          }
        }
        out.accept(text);
      }
      text.put("\n]\n");
      return out.finish(text);
    }
  }

  private void suffix(TextBuffer out, int object) {
    TextColumn ids = objects.ids();
    out.put(BETWEEN);
    Escaping.putJson(
        out,
        ids.bytes(object),
        ids.start(object) + objects.idPrefixLength(object),
        ids.end(object));
    out.put('"');
  }
}
