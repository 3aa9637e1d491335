/// The command that makes data sets, and what others need to make one.
@NullMarked
package dev.shardline.cli.build;

import org.jspecify.annotations.NullMarked;
