package dev.shardline.pipeline.settings;

import org.jspecify.annotations.Nullable;

/// The whole `pipeline` section.
///
/// @param training null if no training is named
public record PipelineSettings(
    Identity identity,
    Placement placement,
    JobSize build,
    PreprocessStage preprocess,
    VerifyStage verify,
    @Nullable TrainingStage training,
    Policies policies,
    Security security) {}
