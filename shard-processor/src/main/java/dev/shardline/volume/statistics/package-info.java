/// Numbers about many values: percentiles, mean and deviation, histograms. Exact or in a fixed
/// order of operations, so that they never depend on threads or vector width.
@NullMarked
package dev.shardline.volume.statistics;

import org.jspecify.annotations.NullMarked;
