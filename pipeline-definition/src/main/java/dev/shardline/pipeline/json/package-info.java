/// The JSON of a pipeline definition: writing it in one fixed form, reading it strictly, so that a
/// dry run executes the very text that is deployed and says so where it cannot.
@NullMarked
package dev.shardline.pipeline.json;

import org.jspecify.annotations.NullMarked;
