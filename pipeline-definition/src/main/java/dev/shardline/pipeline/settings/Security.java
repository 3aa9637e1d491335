package dev.shardline.pipeline.settings;

import dev.shardline.pipeline.Network;
import org.jspecify.annotations.Nullable;

/// What protects data in transit and at rest.
///
/// @param network null for the service's default network
/// @param volumeKey KMS key of the machines' volumes; null for the service's
/// @param outputKey KMS key of what is uploaded; null for the bucket's
public record Security(
    @Nullable Network network, @Nullable String volumeKey, @Nullable String outputKey) {}
