package dev.shardline.pipeline.settings;

import dev.shardline.pipeline.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the pipeline is called and recorded under.
///
/// @param experiment null to record executions under the pipeline's own name
public record Identity(
    String name, String description, @Nullable String experiment, List<Tag> tags) {
  public Identity {
    tags = List.copyOf(tags);
  }
}
