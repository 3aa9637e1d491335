/// What helps before the first run: a configuration to start from, the list of steps, and what this
/// machine has.
@NullMarked
package dev.shardline.cli.setup;

import org.jspecify.annotations.NullMarked;
