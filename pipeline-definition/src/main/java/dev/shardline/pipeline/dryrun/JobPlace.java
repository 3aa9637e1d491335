package dev.shardline.pipeline.dryrun;

import java.nio.file.Path;

/// One try at one job.
///
/// @param step the step's name
/// @param job the job's name, unique in the execution
/// @param arn the job's pretended ARN
/// @param folder for its machines
record JobPlace(String step, String job, String arn, Path folder) {}
