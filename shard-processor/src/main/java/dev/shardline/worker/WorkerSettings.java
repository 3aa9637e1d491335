package dev.shardline.worker;

import java.nio.file.Path;

/// How a worker goes about its work.
///
/// @param scratch a folder on this machine's disk for what is not finished; on the output's file
///   system where that is local, so that finished shards need no copy
public record WorkerSettings(WorkerLimits limits, FailurePolicy failures, Path scratch) {}
