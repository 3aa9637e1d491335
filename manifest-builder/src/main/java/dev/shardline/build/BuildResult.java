package dev.shardline.build;

import dev.shardline.digest.Digest;
import dev.shardline.manifest.DatasetDescription;
import dev.shardline.storage.ObjectLocation;

/// What a build came to.
///
/// @param directory where the data set lies, or would lie after a dry run
/// @param digest of its `dataset.json`
/// @param forecast what processing it will need
/// @param written whether it was written: not after a dry run
public record BuildResult(
    ObjectLocation directory,
    Digest digest,
    DatasetDescription description,
    Forecast forecast,
    boolean written) {}
