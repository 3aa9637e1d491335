package dev.shardline.pipeline.dryrun;

import dev.shardline.pipeline.dryrun.DryRunEvent.StepStatus;

/// How one step of an execution ended.
///
/// @param type the service's name of the step's type
/// @param attempts how often it was tried; 0 for one that was not reached or came from the cache
/// @param cacheHit whether an earlier result was taken over
/// @param reason why it failed, was not reached, or which branch was taken; may be empty
public record StepReport(
    String name, String type, StepStatus status, int attempts, boolean cacheHit, String reason) {}
