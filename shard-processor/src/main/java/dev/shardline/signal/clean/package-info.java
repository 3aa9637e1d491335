/// Cleaning recordings: re-referencing, finding artefacts, replacing bad signal channels. Arrays
/// are `[signal channel][time point]`, in the channels' common unit.
@NullMarked
package dev.shardline.signal.clean;

import org.jspecify.annotations.NullMarked;
