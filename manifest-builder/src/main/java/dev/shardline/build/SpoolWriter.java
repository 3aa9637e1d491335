package dev.shardline.build;

import dev.shardline.dataset.Split;
import dev.shardline.failure.RetryableException;
import dev.shardline.manifest.DatasetFiles;
import dev.shardline.manifest.FileDigest;
import dev.shardline.manifest.LabelEncodingParser;
import dev.shardline.manifest.PartDescription;
import dev.shardline.parts.PlannedPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Writes a data set's files into a local folder, several at once.
final class SpoolWriter {
  private final Path folder;
  private final PreparedDataset dataset;
  private final RowWriter rows;
  private final ManifestWriter manifests;

  /// What was written.
  ///
  /// @param files the catalog and the labels
  /// @param splits the manifests of each split, in the order of the splits
  /// @param parts in the order of the data set's parts
  record Written(
      List<FileDigest> files, List<List<FileDigest>> splits, List<PartDescription> parts) {}

  /// @param folder empty; receives the files
  SpoolWriter(Path folder, PreparedDataset dataset) {
    this.folder = folder;
    this.dataset = dataset;
    this.rows = new RowWriter(dataset);
    this.manifests = new ManifestWriter(folder, dataset.samples());
  }

  /// Writes everything but `dataset.json`.
  Written write() {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      Future<FileDigest> catalog = threads.submit(this::catalog);
      Future<FileDigest> labels = threads.submit(this::labels);
      List<Future<List<FileDigest>>> splits =
          submitAll(
              threads,
              IntStream.range(0, dataset.splits().size())
                  .mapToObj(split -> (Callable<List<FileDigest>>) () -> splitManifests(split))
                  .toList());
      List<Future<PartDescription>> parts =
          submitAll(
              threads,
              dataset.parts().stream()
                  .map(part -> (Callable<PartDescription>) () -> part(part))
                  .toList());
      return new Written(List.of(result(catalog), result(labels)), results(splits), results(parts));
    }
  }

  private static <T> List<Future<T>> submitAll(ExecutorService threads, List<Callable<T>> tasks) {
    return tasks.stream().map(threads::submit).toList();
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
      throw new RetryableException("Cannot write the data set's files: " + e.getCause(), e);
    }
  }

  private FileDigest catalog() throws IOException {
    try (FileSink out = new FileSink(folder, DatasetFiles.CATALOG)) {
      rows.header(out);
      for (int sample = 0; sample < dataset.samples().size(); sample++) {
        rows.sample(out, sample);
      }
      return out.finish();
    }
  }

  private FileDigest labels() throws IOException {
    try (FileSink out = new FileSink(folder, DatasetFiles.LABELS)) {
      out.put(LabelEncodingParser.toBytes(dataset.encoding()));
      return out.finish();
    }
  }

  private List<FileDigest> splitManifests(int split) throws IOException {
    Split name = dataset.splits().get(split);
    byte[] splitOf = dataset.splitOf();
    int[] members =
        IntStream.range(0, splitOf.length).filter(sample -> splitOf[sample] == split).toArray();
    return manifests.write(
        members.length, i -> members[i], root -> DatasetFiles.manifest(name, root));
  }

  private PartDescription part(PlannedPart part) throws IOException {
    FileDigest samples;
    try (FileSink out = new FileSink(folder, DatasetFiles.samples(part.id()))) {
      rows.header(out);
      for (int i = 0; i < part.size(); i++) {
        rows.sample(out, part.sample(i));
      }
      samples = out.finish();
    }
    List<FileDigest> files =
        manifests.write(
            part.size(), part::sample, root -> DatasetFiles.partManifest(part.id(), root));
    return new PartDescription(part.id(), Tally.of(dataset, part), samples.sha256(), files);
  }
}
