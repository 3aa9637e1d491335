package dev.shardline.build;

import dev.shardline.dataset.Split;
import dev.shardline.failure.RetryableException;
import dev.shardline.manifest.Counts;
import dev.shardline.manifest.DatasetFiles;
import dev.shardline.manifest.FileDigest;
import dev.shardline.manifest.LabelEncodingParser;
import dev.shardline.manifest.PartDescription;
import dev.shardline.parts.PlannedPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Writes a data set's files into a local folder, several at once.
final class SpoolWriter {
  /// Threads for each processor: what is written past the cache is waited for.
  private static final int THREADS_EACH = 2;

  private static final String CANNOT_WRITE = "Cannot write the data set's files: ";

  private final Spool spool;
  private final PreparedDataset dataset;
  private final ManifestWriter manifests;

  /// What was written.
  ///
  /// @param files the catalog and the labels
  /// @param splits the manifests of each split, in the order of the splits
  /// @param parts in the order of the data set's parts
  record Written(
      List<FileDigest> files, List<List<FileDigest>> splits, List<PartDescription> parts) {}

  /// @param spool empty; receives the files
  SpoolWriter(Spool spool, PreparedDataset dataset) {
    this.spool = spool;
    this.dataset = dataset;
    this.manifests = new ManifestWriter(spool, dataset.samples());
  }

  /// Writes everything but `dataset.json`.
  Written write() {
    int parts = dataset.parts().size();
    int[] partOf = partOf();
    List<Counts> counts = Tally.of(dataset.samples(), parts, sample -> partOf[sample]);
    try (RowFiles rows = new RowFiles(spool, dataset, manifests, partOf);
        ExecutorService threads =
            Executors.newFixedThreadPool(
                THREADS_EACH * Runtime.getRuntime().availableProcessors())) {
      Future<FileDigest> catalog = threads.submit(rows::catalog);
      Future<FileDigest> labels = threads.submit(this::labels);
      List<Future<List<FileDigest>>> splits =
          submitAll(threads, dataset.splits().size(), split -> () -> splitManifests(split));
      List<FileDigest> files = List.of(result(catalog), result(labels));
      SpentArrays.collect(dataset.samples().size());
      List<Future<RowFiles.PartFiles>> filesOfParts =
          submitAll(threads, parts, part -> () -> rows.part(part));
      return new Written(files, results(splits), describe(counts, results(filesOfParts)));
    } catch (IOException e) {
      throw new RetryableException(CANNOT_WRITE + e, e);
    }
  }

  /// For each sample the number of its part.
  private int[] partOf() {
    int[] partOf = new int[dataset.samples().size()];
    for (int number = 0; number < dataset.parts().size(); number++) {
      PlannedPart part = dataset.parts().get(number);
      for (int i = 0; i < part.size(); i++) {
        partOf[part.sample(i)] = number;
      }
    }
    return partOf;
  }

  private static <T> List<Future<T>> submitAll(
      ExecutorService threads, int count, IntFunction<Callable<T>> task) {
    return IntStream.range(0, count).mapToObj(task).map(threads::submit).toList();
  }

  private static <T> List<T> results(List<Future<T>> futures) {
    List<T> results = new ArrayList<>();
    futures.forEach(future -> results.add(result(future)));
    return results;
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetryableException("Interrupted while writing the data set's files", e);
    } catch (ExecutionException e) {
      throw new RetryableException(CANNOT_WRITE + e.getCause(), e);
    }
  }

  private FileDigest labels() throws IOException {
    try (FileSink out = new FileSink(spool, DatasetFiles.LABELS)) {
      TextBuffer text = new TextBuffer();
      text.put(LabelEncodingParser.toBytes(dataset.encoding()));
      return out.finish(text);
    }
  }

  private List<FileDigest> splitManifests(int split) throws IOException {
    Split name = dataset.splits().get(split);
    int[] members = members(dataset.splitOf(), split);
    return manifests.write(
        members.length, i -> members[i], root -> DatasetFiles.manifest(name, root));
  }

  /// The samples of a split, rising.
  private static int[] members(byte[] splitOf, int split) {
    int count = 0;
    for (byte each : splitOf) {
      count += each == split ? 1 : 0;
    }
    int[] members = new int[count];
    for (int sample = 0, next = 0; next < count; sample++) {
      if (splitOf[sample] == split) {
        members[next++] = sample;
      }
    }
    return members;
  }

  private List<PartDescription> describe(List<Counts> counts, List<RowFiles.PartFiles> files) {
    List<PartDescription> parts = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      parts.add(
          new PartDescription(
              dataset.parts().get(i).id(),
              counts.get(i),
              files.get(i).samples().sha256(),
              files.get(i).manifests()));
    }
    return parts;
  }
}
