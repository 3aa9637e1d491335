/// Executes a rendered pipeline definition on this machine as the service would: parameters, joins,
/// conditions, property files, cache, retries, parallel steps; for every machine of a job a
/// container of its own with its own `/opt/ml`, its own share of the inputs, and one common place
/// for the outputs.
///
/// What the service leaves open (which machine gets which object) can be varied, so that a
/// container that relies on it is found out here.
@NullMarked
package dev.shardline.pipeline.dryrun;

import org.jspecify.annotations.NullMarked;
