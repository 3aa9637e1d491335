/// Takes away the slow brightness changes of an uneven coil: N4 (N. Tustison et al. 2010) with its
/// cubic B-spline field and its histogram sharpening.
@NullMarked
package dev.shardline.volume.bias;

import org.jspecify.annotations.NullMarked;
