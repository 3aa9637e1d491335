/// `shardline inspect`: what a file holds.
@NullMarked
package dev.shardline.cli.inspect;

import org.jspecify.annotations.NullMarked;
