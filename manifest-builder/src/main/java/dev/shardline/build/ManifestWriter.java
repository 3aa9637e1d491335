package dev.shardline.build;

import dev.shardline.column.TextColumn;
import dev.shardline.grouping.SampleTable;
import dev.shardline.listing.ObjectTable;
import dev.shardline.manifest.FileDigest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  private final Spool spool;
  private final SampleTable samples;
  private final ObjectTable objects;

  /// @param spool where the files are made
  ManifestWriter(Spool spool, SampleTable samples) {
    this.spool = spool;
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
    try (OneRoot manifest = new OneRoot(root, path, new TextBuffer())) {
      for (int i = 0; i < count; i++) {
        manifest.sample(sampleAt.applyAsInt(i));
      }
      return manifest.finish();
    }
  }

  /// Begins a manifest of objects that all come from one root.
  ///
  /// @param root its number
  /// @param text for what is on its way to the file; empty
  OneRoot begin(int root, String path, TextBuffer text) throws IOException {
    return new OneRoot(root, path, text);
  }

  /// A manifest being written, of the objects of one root. For one thread.
  final class OneRoot implements AutoCloseable {
    private final int root;
    private final FileSink out;
    private final TextBuffer text;

    private OneRoot(int root, String path, TextBuffer text) throws IOException {
      this.root = root;
      this.text = text;
      this.out = new FileSink(spool, path);
      byte[] prefix =
          objects.roots().get(root).location().toString().getBytes(StandardCharsets.UTF_8);
      text.put("[{\"prefix\":\"");
      Escaping.putJson(text, prefix, 0, prefix.length);
      text.put("\"}");
    }

    /// Adds a sample's objects, those that come from the root.
    void sample(int sample) throws IOException {
      TextColumn ids = objects.ids();
      for (int j = 0; j < samples.objectCount(sample); j++) {
        int object = samples.objectRow(sample, j);
        if (objects.rootIndex(object) == root) {
          int start = ids.start(object) + objects.idPrefixLength(object);
          entry(ids.bytes(object), start, ids.end(object));
        }
      }
    }

    /// Adds an object by the UTF-8 bytes of its key behind the root's.
    void entry(byte[] bytes, int start, int end) throws IOException {
      text.put(BETWEEN);
      Escaping.putJson(text, bytes, start, end);
      text.put('"');
      out.accept(text);
    }

    FileDigest finish() throws IOException {
      text.put("\n]\n");
      return out.finish(text);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
