/// The `pipeline` section of `shardline.yaml` as typed values: where the work runs, on what, and
/// under which rules. Reading finds all problems of the section at once, each with its place.
@NullMarked
package dev.shardline.pipeline.settings;

import org.jspecify.annotations.NullMarked;
