package dev.shardline.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every job has, whatever it does.
///
/// @param network null for the service's default
/// @param experimentLabel the display name of the job's trial component; null for none
public record JobSettings(
    Expression role,
    int maxRuntimeSeconds,
    @Nullable Network network,
    List<Tag> tags,
    @Nullable String experimentLabel) {
  public JobSettings {
    tags = List.copyOf(tags);
  }
}
