/// The threads that wait: for a store, for a disk, for a process.
@NullMarked
package dev.shardline.threads;

import org.jspecify.annotations.NullMarked;
