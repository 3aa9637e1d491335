/// The demonstration: the main job in one command.
@NullMarked
package dev.shardline.cli.tour;

import org.jspecify.annotations.NullMarked;
