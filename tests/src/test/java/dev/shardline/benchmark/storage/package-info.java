/// How fast storage is, against what others do: programs to run by hand, on a machine that does
/// nothing else.
@NullMarked
package dev.shardline.benchmark.storage;

import org.jspecify.annotations.NullMarked;
