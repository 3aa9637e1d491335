package dev.shardline.build;

import dev.shardline.storage.ObjectLocation;

/// What is to be built and where to.
///
/// @param work the folder or prefix under which `datasets/…` lies
/// @param software name and version, for `dataset.json`
/// @param dryRun whether to find out everything and write nothing
public record BuildRequest(DatasetSpec spec, ObjectLocation work, String software, boolean dryRun) {
  public BuildRequest {
    work = work.asDirectory();
  }
}
