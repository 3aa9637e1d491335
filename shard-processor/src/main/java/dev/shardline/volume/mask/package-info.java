/// Which voxels count: thresholds, the largest connected part, filled holes, bounding boxes.
@NullMarked
package dev.shardline.volume.mask;

import org.jspecify.annotations.NullMarked;
