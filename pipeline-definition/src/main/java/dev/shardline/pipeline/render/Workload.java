package dev.shardline.pipeline.render;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the rest of `shardline.yaml` says that the pipeline must know.
///
/// @param configs where the configuration will lie for the containers to read
/// @param source the data set's source, unless whoever starts the pipeline names another
/// @param splits the names of the splits, in the data set's order
/// @param overrides further settings that may be chosen at every start
/// @param fitted whether the recipe has steps that must first be fitted on the train split
public record Workload(
    Configs configs,
    String source,
    List<String> splits,
    Map<String, Chosen> overrides,
    boolean fitted) {
  /// The path of the source in the configuration.
  public static final String SOURCE_SETTING = "dataset.source";

  /// The configuration in two files, each at a place named by its digest. Were it one file, any
  /// edit of the data set's part would keep the service's cache from taking over processed shards,
  /// even if the data set stayed the same.
  ///
  /// @param build folder of all sections but `pipeline`
  /// @param process folder of the `recipe` and `output` sections
  public record Configs(String build, String process) {}

  /// A number of the configuration that becomes a parameter.
  ///
  /// @param setting its path in the configuration, for `--set`
  /// @param value what it is unless chosen otherwise
  /// @param whole whether only whole numbers make sense
  public record Chosen(String setting, double value, boolean whole) {}

  public Workload {
    splits = List.copyOf(splits);
    overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
  }
}
