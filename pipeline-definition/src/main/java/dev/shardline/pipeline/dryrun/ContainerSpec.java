package dev.shardline.pipeline.dryrun;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One container to start.
///
/// @param name unique on this machine
/// @param hostName the pretended machine
/// @param entrypoint replaces the image's; empty to keep it
/// @param root the folder that is to be the container's `/opt/ml`
/// @param log the file for everything it prints
public record ContainerSpec(
    String name,
    String hostName,
    String image,
    List<String> entrypoint,
    List<String> arguments,
    Map<String, String> environment,
    Path root,
    Path log) {
  /// Where the service puts everything.
  public static final String ML_ROOT = "/opt/ml";

  public ContainerSpec {
    entrypoint = List.copyOf(entrypoint);
    arguments = List.copyOf(arguments);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }
}
