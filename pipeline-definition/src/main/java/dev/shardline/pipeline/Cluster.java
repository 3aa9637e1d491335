package dev.shardline.pipeline;

import org.jspecify.annotations.Nullable;

/// The machines a job runs on.
///
/// @param volumeGigabytes of each machine
/// @param volumeKey the KMS key of its volume; null for the account's default
public record Cluster(
    Expression instanceType,
    Expression instanceCount,
    int volumeGigabytes,
    @Nullable String volumeKey) {}
