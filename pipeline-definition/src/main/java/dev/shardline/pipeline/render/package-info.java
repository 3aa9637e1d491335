/// Turns the settings into the pipeline: which steps there are, what each container is told, and
/// how results find their way from step to step.
@NullMarked
package dev.shardline.pipeline.render;

import org.jspecify.annotations.NullMarked;
