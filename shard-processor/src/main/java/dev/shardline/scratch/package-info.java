/// Files on this machine's disk for what a sample needs and memory cannot hold. They belong to one
/// sample, are never published, and are gone when the sample is done or the process ends.
@NullMarked
package dev.shardline.scratch;

import org.jspecify.annotations.NullMarked;
