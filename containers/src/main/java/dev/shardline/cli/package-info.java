/// The `shardline` program: commands, their options, and the wiring of stores, formats and steps.
/// The only place that knows every module, reads the environment and ends the process.
@NullMarked
package dev.shardline.cli;

import org.jspecify.annotations.NullMarked;
