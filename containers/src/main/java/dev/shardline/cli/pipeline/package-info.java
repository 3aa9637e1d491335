/// The commands under `pipeline`: a configuration becomes a definition that is rendered, compared,
/// deployed, watched and run here.
@NullMarked
package dev.shardline.cli.pipeline;

import org.jspecify.annotations.NullMarked;
