/// The commands that turn a data set into shards: a whole run, one worker of it, its conclusion and
/// its report.
@NullMarked
package dev.shardline.cli.run;

import org.jspecify.annotations.NullMarked;
