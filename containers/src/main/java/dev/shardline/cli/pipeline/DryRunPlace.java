package dev.shardline.cli.pipeline;

import dev.shardline.cli.session.LazyStores;
import dev.shardline.pipeline.dryrun.DockerEngine;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where a dry run's S3 is, for this process and for the containers it starts.
///
/// @param variables that containers need to reach it
/// @param mounts folders that containers need to see and write to
record DryRunPlace(
    LazyStores embedded, StoreProvider stores, Map<String, String> variables, List<Path> mounts)
    implements AutoCloseable {
  private static final String AWS = "AWS_";

  /// S3 as a folder.
  static DryRunPlace inFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Map<String, String> variables = Map.of(LazyStores.FOLDER_VARIABLE, folder.toString());
    LazyStores stores = new LazyStores(variables);
    return new DryRunPlace(stores, stores, variables, List.of(folder));
  }

  /// The S3 that this process's environment names.
  static DryRunPlace real(StoreProvider stores, Map<String, String> environment) {
    Map<String, String> variables = new TreeMap<>();
    environment.forEach((key, value) -> {
      if (key.startsWith(AWS)) {
        variables.put(key, value);
      }
    });
    return new DryRunPlace(new LazyStores(Map.of()), stores, variables, List.of());
  }

  /// What containers of a container engine may use and see.
  ///
  /// @param sources folders with data
  DockerEngine.Limits limits(String memory, List<Path> sources, List<String> options) {
    return new DockerEngine.Limits(memory, mounts, sources, options);
  }

  @Override
  public void close() {
    embedded.close();
  }
}
