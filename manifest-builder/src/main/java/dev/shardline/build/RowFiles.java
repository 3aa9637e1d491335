package dev.shardline.build;

import dev.shardline.manifest.DatasetFiles;
import dev.shardline.manifest.FileDigest;
import dev.shardline.parts.PlannedPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

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

  /// For each sample how long its rows are.
  private final int[] lengths;

  /// @param folder receives the files
  RowFiles(Path folder, PreparedDataset dataset) throws IOException {
    this.folder = folder;
    this.dataset = dataset;
    this.rows = new RowWriter(dataset);
    this.spill = new PartSpill(folder, dataset.parts().size());
    this.lengths = new int[dataset.samples().size()];
  }

  /// Writes the catalog; comes before [#part(int)].
  FileDigest catalog() throws IOException {
    int[] partOf = partOf();
    try (FileSink out = new FileSink(folder, DatasetFiles.CATALOG)) {
      TextBuffer text = new TextBuffer();
      rows.header(text);
      for (int sample = 0; sample < lengths.length; sample++) {
        int from = text.length();
        rows.sample(text, sample);
        lengths[sample] = text.length() - from;
        spill.add(partOf[sample], text, from);
        out.accept(text);
      }
      return out.finish(text);
    }
  }

  private int[] partOf() {
    int[] partOf = new int[lengths.length];
    for (int number = 0; number < dataset.parts().size(); number++) {
      PlannedPart part = dataset.parts().get(number);
      for (int i = 0; i < part.size(); i++) {
        partOf[part.sample(i)] = number;
      }
    }
    return partOf;
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
    int[] starts = starts(part);
    for (int i = 0; i < part.size(); i++) {
      text.put(inCatalogOrder, starts[i], lengths[part.sample(i)]);
      out.accept(text);
    }
  }

  /// Where the rows of a part's samples begin in its text, in part order.
  private int[] starts(PlannedPart part) {
    long[] bySample = new long[part.size()];
    for (int i = 0; i < bySample.length; i++) {
      bySample[i] = (long) part.sample(i) << Integer.SIZE | i;
    }
    Arrays.sort(bySample);
    int[] starts = new int[bySample.length];
    int place = 0;
    for (long each : bySample) {
      starts[(int) each] = place;
      place += lengths[(int) (each >>> Integer.SIZE)];
    }
    return starts;
  }

  @Override
  public void close() throws IOException {
    spill.close();
  }
}
