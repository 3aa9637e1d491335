package dev.shardline.pipeline;

import dev.shardline.pipeline.ProcessingInput.DataType;
import dev.shardline.pipeline.ProcessingInput.Distribution;

/// One of the data sets a training job is given, at `/opt/ml/input/data/<name>`.
///
/// @param contentType a media type; empty for none
public record TrainingChannel(
    String name,
    Expression uri,
    DataType dataType,
    Distribution distribution,
    String contentType) {}
