package dev.shardline.pipeline.render;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the rest of `shardline.yaml` says that the pipeline must know.
///
/// @param configUri where the configuration will lie for the containers to read
/// @param source the data set's source, unless whoever starts the pipeline names another
/// @param splits the names of the splits, in the data set's order
/// @param overrides further settings that may be chosen at every start
/// @param fitted whether the recipe has steps that must first be fitted on the train split
public record Workload(
    String configUri,
    String source,
    List<String> splits,
    Map<String, Override> overrides,
    boolean fitted) {
  /// The path of the source in the configuration.
  public static final String SOURCE_SETTING = "dataset.source";

  /// A number of the configuration that becomes a parameter.
  ///
  /// @param setting its path in the configuration, for `--set`
  /// @param value what it is unless chosen otherwise
  /// @param whole whether only whole numbers make sense
  public record Override(String setting, double value, boolean whole) {}

  public Workload {
    splits = List.copyOf(splits);
    overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
  }
}
