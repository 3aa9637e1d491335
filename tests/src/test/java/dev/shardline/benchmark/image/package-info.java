/// How fast pictures are decoded, against what others do: programs to run by hand, on a machine
/// that does nothing else.
@NullMarked
package dev.shardline.benchmark.image;

import org.jspecify.annotations.NullMarked;
