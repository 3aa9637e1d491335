/// What voxels mean: normalisation, histograms, bias correction. Every operation gives a new volume
/// on the same grid.
@NullMarked
package dev.shardline.volume.intensity;

import org.jspecify.annotations.NullMarked;
