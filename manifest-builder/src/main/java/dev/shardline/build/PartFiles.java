package dev.shardline.build;

import dev.shardline.digest.Digest;
import dev.shardline.digest.batch.BatchDigest;
import dev.shardline.listing.ObjectRoot;
import dev.shardline.manifest.DatasetFiles;
import dev.shardline.manifest.FileDigest;
import dev.shardline.parts.PlannedPart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes the samples files and the manifests of parts, several parts at a time, so that their
/// files are digested side by side. For one thread; keeps its arrays from batch to batch.
final class PartFiles {
  private static final int MOST_PARTS = 16;
  private static final long MOST_TEXT = 32L << 20;

  private final Path folder;
  private final PreparedDataset dataset;
  private final RowWriter rows;
  private final RowShelf shelf;
  private final ManifestWriter manifests;
  private final BatchDigest digests;

  /// Whether all objects come from one root: a part then has one manifest, whose objects are in its
  /// rows.
  private final boolean oneRoot;

  private final int rootLength;

  /// The texts of one batch's files.
  private final List<TextBuffer> texts = new ArrayList<>();

  /// Parts `from` (inclusive) to `to` (exclusive), whose files are written together.
  record Batch(int from, int to) {}

  /// A part's files.
  ///
  /// @param samples its samples file
  record Written(FileDigest samples, List<FileDigest> manifests) {}

  /// @param folder receives the files
  /// @param shelf the rows of all samples
  PartFiles(
      Path folder,
      PreparedDataset dataset,
      RowWriter rows,
      RowShelf shelf,
      ManifestWriter manifests) {
    this.folder = folder;
    this.dataset = dataset;
    this.rows = rows;
    this.shelf = shelf;
    this.manifests = manifests;
    this.digests = BatchDigest.create(shelf.bytes());
    List<ObjectRoot> roots = dataset.samples().objects().roots();
    this.oneRoot = roots.size() == 1;
    this.rootLength =
        roots.getFirst().location().toString().getBytes(StandardCharsets.UTF_8).length;
  }

  /// Cuts all parts into batches that take bounded memory. A part with more text than that is a
  /// batch of its own.
  static List<Batch> batches(RowShelf shelf, int parts) {
    List<Batch> batches = new ArrayList<>();
    int from = 0;
    long text = 0;
    for (int part = 0; part < parts; part++) {
      long own = shelf.bytes(part);
      if (part > from && (part - from == MOST_PARTS || text + own > MOST_TEXT)) {
        batches.add(new Batch(from, part));
        from = part;
        text = 0;
      }
      text += own;
    }
    if (from < parts) {
      batches.add(new Batch(from, parts));
    }
    return batches;
  }

  /// Writes the files of some parts.
  List<Written> write(Batch batch) throws IOException {
    if (shelf.bytes(batch.from) > MOST_TEXT) {
      PlannedPart part = dataset.parts().get(batch.from);
      return List.of(new Written(writeLarge(part), manifestsOf(part)));
    }
    List<Written> written = new ArrayList<>();
    List<FileDigest> files = digest(makeAll(batch));
    for (int part = batch.from, file = 0; part < batch.to; part++) {
      FileDigest samples = files.get(file++);
      List<FileDigest> own =
          oneRoot ? List.of(files.get(file++)) : manifestsOf(dataset.parts().get(part));
      written.add(new Written(samples, own));
    }
    return written;
  }

  /// Writes the samples files of a batch, each with its manifest behind it where that can be cut
  /// from the rows.
  ///
  /// @return the files' names; their texts stand in `texts`
  private List<String> makeAll(Batch batch) throws IOException {
    List<String> names = new ArrayList<>();
    for (int number = batch.from; number < batch.to; number++) {
      PlannedPart part = dataset.parts().get(number);
      TextBuffer samples = text(names.size());
      TextBuffer manifest = oneRoot ? text(names.size() + 1) : samples;
      make(number, part, samples, manifest);
      names.add(save(DatasetFiles.samples(part.id()), samples));
      if (oneRoot) {
        names.add(save(DatasetFiles.partManifest(part.id(), 0), manifest));
      }
    }
    return names;
  }

  private TextBuffer text(int index) {
    if (index == texts.size()) {
      texts.add(new TextBuffer());
    }
    TextBuffer text = texts.get(index);
    text.clear();
    return text;
  }

  private void make(int number, PlannedPart part, TextBuffer samples, TextBuffer manifest)
      throws IOException {
    RowShelf.PartRows partRows = shelf.read(number);
    rows.header(samples);
    samples.expect(partRows.bytes().length);
    if (oneRoot) {
      manifests.begin(manifest, 0);
    }
    for (int i = 0; i < part.size(); i++) {
      int sample = part.sample(i);
      int start = partRows.start(sample);
      samples.put(partRows.bytes(), start, partRows.length(sample));
      if (oneRoot) {
        objects(manifest, sample, partRows.bytes(), start);
      }
    }
    if (oneRoot) {
      manifests.end(manifest);
    }
  }

  /// Puts a sample's objects into the manifest. That of a sample of one is in its row, up to the
  /// first comma, unless it is quoted there.
  private void objects(TextBuffer manifest, int sample, byte[] row, int start) {
    int objects = dataset.samples().objectCount(sample);
    if (objects > 1 || row[start] == '"') {
      for (int i = 0; i < objects; i++) {
        manifests.suffix(manifest, dataset.samples().objectRow(sample, i));
      }
      return;
    }
    int end = start + rootLength;
    while (row[end] != ',') {
      end++;
    }
    manifests.suffix(manifest, row, start + rootLength, end);
  }

  private String save(String name, TextBuffer text) throws IOException {
    Path file = folder.resolve(name);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(text.bytes(), 0, text.length());
    }
    return name;
  }

  private List<FileDigest> digest(List<String> names) {
    List<Digest> sha256 =
        digests.digest(texts.stream().limit(names.size()).map(TextBuffer::region).toList());
    List<FileDigest> files = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      files.add(new FileDigest(names.get(i), texts.get(i).length(), sha256.get(i)));
    }
    return files;
  }

  /// Makes the rows of a part with much text again, piece by piece.
  private FileDigest writeLarge(PlannedPart part) throws IOException {
    try (FileSink out = new FileSink(folder, DatasetFiles.samples(part.id()))) {
      TextBuffer text = new TextBuffer();
      rows.header(text);
      for (int i = 0; i < part.size(); i++) {
        rows.sample(text, part.sample(i));
        out.accept(text);
      }
      return out.finish(text);
    }
  }

  private List<FileDigest> manifestsOf(PlannedPart part) throws IOException {
    return manifests.write(
        part.size(), part::sample, root -> DatasetFiles.partManifest(part.id(), root));
  }
}
