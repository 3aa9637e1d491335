/// The configuration as the containers get it: only what each needs, with the local files it names,
/// at a place named by its content.
@NullMarked
package dev.shardline.pipeline.bundle;

import org.jspecify.annotations.NullMarked;
