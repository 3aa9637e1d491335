package dev.shardline.build;

import dev.shardline.manifest.DatasetFiles;
import dev.shardline.manifest.FileDigest;
import dev.shardline.parts.PlannedPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Writes the catalog and the parts' samples files. Every row is made once, in the order of the
/// catalog, and set aside for its part: making it again in the order of the part would look up
/// every column at another place for every row, which takes several times as long.
final class RowFiles implements AutoCloseable {
  /// Parts with more text than this are made again after all, to keep memory bounded.
  private static final long MOST_TEXT = 64L << 20;

  private final Path folder;
  private final PreparedDataset dataset;
  private final RowWriter rows;
  private final PartSpill spill;

  /// For each sample where its rows are in its part's text; of no use in a part with too much text.
  private final int[] places;

  /// @param folder receives the files
  RowFiles(Path folder, PreparedDataset dataset) throws IOException {
    this.folder = folder;
    this.dataset = dataset;
    this.rows = new RowWriter(dataset);
    this.spill = new PartSpill(folder, dataset.parts().size());
    this.places = new int[dataset.samples().size()];
  }

  /// Writes the catalog; comes before [#part(int)].
  ///
  /// @param partOf for each sample the number of its part
  FileDigest catalog(int[] partOf) throws IOException {
    try (ExecutorService writing = Executors.newSingleThreadExecutor();
        FileSink out = new FileSink(folder, DatasetFiles.CATALOG, writing)) {
      TextBuffer text = new TextBuffer();
      rows.header(text);
      for (int sample = 0; sample < places.length; sample++) {
        int from = text.length();
        rows.sample(text, sample);
        places[sample] = (int) spill.add(partOf[sample], text, from);
        out.accept(text);
      }
      return out.finish(text);
    }
  }

  /// Writes the samples file of a part. Safe for many threads.
  ///
  /// @param number its place among the data set's parts
  FileDigest part(int number) throws IOException {
    PlannedPart part = dataset.parts().get(number);
    try (FileSink out = new FileSink(folder, DatasetFiles.samples(part.id()))) {
      TextBuffer text = new TextBuffer();
      rows.header(text);
      if (spill.bytes(number) > MOST_TEXT) {
        for (int i = 0; i < part.size(); i++) {
          rows.sample(text, part.sample(i));
          out.accept(text);
        }
      } else {
        copyRows(number, part, text, out);
      }
      return out.finish(text);
    }
  }

  private void copyRows(int number, PlannedPart part, TextBuffer text, FileSink out)
      throws IOException {
    byte[] inCatalogOrder = spill.read(number);
    for (int i = 0; i < part.size(); i++) {
      PartSpill.copy(inCatalogOrder, places[part.sample(i)], text);
      out.accept(text);
    }
  }

  @Override
  public void close() throws IOException {
    spill.close();
  }
}
