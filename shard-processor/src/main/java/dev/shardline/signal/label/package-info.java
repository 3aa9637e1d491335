/// Labels of stretches of a recording: events in tables and files beside it, maps from what they
/// say to classes, and dense labels, one per epoch of a fixed length. Knows neither recipes nor
/// shards.
@NullMarked
package dev.shardline.signal.label;

import org.jspecify.annotations.NullMarked;
