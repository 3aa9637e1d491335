/// Smoothing in space: Gaussian and median.
@NullMarked
package dev.shardline.volume.filter;

import org.jspecify.annotations.NullMarked;
