package dev.shardline.pipeline.settings;

/// The step that audits what was made.
///
/// @param maxFailedRatio the share of samples that may be quarantined before the execution fails
public record VerifyStage(JobSize size, double maxFailedRatio) {}
