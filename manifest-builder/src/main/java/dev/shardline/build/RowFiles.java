package dev.shardline.build;

import dev.shardline.manifest.DatasetFiles;
import dev.shardline.manifest.FileDigest;
import dev.shardline.parts.PlannedPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Writes the catalog and the parts' files. Every row is made once, in the order of the catalog,
/// and set aside for its part: making it again in the order of the part would look up every column
/// at another place for every row, which takes several times as long. For the same reason a part's
/// manifest takes its keys from the rows.
final class RowFiles implements AutoCloseable {
  /// Parts with more text than this are made again after all, to keep memory bounded.
  private static final long MOST_TEXT = 64L << 20;

  private static final int LOOKED_UP_AT_ONCE = 32;

  private final Spool spool;
  private final PreparedDataset dataset;
  private final RowWriter rows;
  private final ManifestWriter manifests;
  private final PartSpill spill;
  private final ThreadLocal<PartBuffers> buffers = ThreadLocal.withInitial(PartBuffers::new);

  /// How many bytes of a row tell of the first root.
  private final int rootLength;

  /// For each sample the number of its part; once the catalog is written, where its rows are in its
  /// part's text, which is of no use in a part with too much text.
  private final int[] places;

  /// @param spool receives the files
  /// @param manifests writes into the same spool
  /// @param partOf for each sample the number of its part; taken over, and written to
  RowFiles(Spool spool, PreparedDataset dataset, ManifestWriter manifests, int[] partOf)
      throws IOException {
    this.spool = spool;
    this.dataset = dataset;
    this.rows = new RowWriter(dataset);
    this.manifests = manifests;
    this.rootLength =
        dataset
            .samples()
            .objects()
            .roots()
            .getFirst()
            .location()
            .toString()
            .getBytes(StandardCharsets.UTF_8)
            .length;
    this.spill = new PartSpill(spool.folder(), dataset.parts().size());
    this.places = partOf;
  }

  /// Writes the catalog, once, before [#part(int)].
  FileDigest catalog() throws IOException {
    try (ExecutorService writing = Executors.newSingleThreadExecutor();
        FileSink out = new FileSink(spool, DatasetFiles.CATALOG, writing)) {
      TextBuffer text = new TextBuffer();
      rows.header(text);
      for (int sample = 0; sample < places.length; sample++) {
        int from = text.length();
        rows.sample(text, sample);
        places[sample] = (int) spill.add(places[sample], text, from);
        out.accept(text);
      }
      return out.finish(text);
    }
  }

  /// What a part's files are.
  ///
  /// @param samples the part's rows of the catalog
  /// @param manifests one for each root that occurs
  record PartFiles(FileDigest samples, List<FileDigest> manifests) {
    PartFiles {
      manifests = List.copyOf(manifests);
    }
  }

  /// Writes the samples file of a part and its manifests. Safe for many threads.
  ///
  /// @param number its place among the data set's parts
  PartFiles part(int number) throws IOException {
    PlannedPart part = dataset.parts().get(number);
    boolean oneRoot = dataset.samples().objects().roots().size() == 1;
    return oneRoot && spill.bytes(number) <= MOST_TEXT
        ? fromSpill(number, part)
        : fromColumns(part);
  }

  private PartFiles fromColumns(PlannedPart part) throws IOException {
    try (FileSink out = new FileSink(spool, DatasetFiles.samples(part.id()))) {
      TextBuffer text = new TextBuffer();
      rows.header(text);
      for (int i = 0; i < part.size(); i++) {
        rows.sample(text, part.sample(i));
        out.accept(text);
      }
      return new PartFiles(
          out.finish(text),
          manifests.write(
              part.size(), part::sample, root -> DatasetFiles.partManifest(part.id(), root)));
    }
  }

  private PartFiles fromSpill(int number, PlannedPart part) throws IOException {
    PartBuffers own = buffers.get();
    byte[] inCatalogOrder = own.spilled(spill.bytes(number));
    spill.read(number, inCatalogOrder);
    try (FileSink out = new FileSink(spool, DatasetFiles.samples(part.id()));
        ManifestWriter.OneRoot manifest =
            manifests.begin(0, DatasetFiles.partManifest(part.id(), 0), own.manifest())) {
      TextBuffer text = own.samples();
      rows.header(text);
      int[] starts = new int[LOOKED_UP_AT_ONCE];
      int[] lengths = new int[LOOKED_UP_AT_ONCE];
      for (int from = 0; from < part.size(); from += LOOKED_UP_AT_ONCE) {
        int count = Math.min(LOOKED_UP_AT_ONCE, part.size() - from);
        lookUp(part, from, count, inCatalogOrder, starts, lengths);
        for (int i = 0; i < count; i++) {
          text.put(inCatalogOrder, starts[i], lengths[i]);
          out.accept(text);
          entry(manifest, part.sample(from + i), inCatalogOrder, starts[i]);
        }
      }
      return new PartFiles(out.finish(text), List.of(manifest.finish()));
    }
  }

  /// Finds the rows of some samples, which lie anywhere: memory answers several requests in the
  /// time of one as long as nothing else waits for the answers.
  private void lookUp(
      PlannedPart part, int from, int count, byte[] rowsOfPart, int[] starts, int[] lengths) {
    for (int i = 0; i < count; i++) {
      starts[i] = places[part.sample(from + i)];
    }
    for (int i = 0; i < count; i++) {
      lengths[i] = PartSpill.length(rowsOfPart, starts[i]);
      starts[i] = PartSpill.start(starts[i]);
    }
  }

  /// Adds a sample to a manifest: the key as it stands in its row, where it has but one that is not
  /// quoted.
  private void entry(ManifestWriter.OneRoot manifest, int sample, byte[] row, int start)
      throws IOException {
    if (dataset.samples().objectCount(sample) > 1 || row[start] == '"') {
      manifest.sample(sample);
      return;
    }
    int key = start + rootLength;
    int end = key;
    while (row[end] != ',') {
      end++;
    }
    manifest.entry(row, key, end);
  }

  @Override
  public void close() throws IOException {
    spill.close();
  }
}
