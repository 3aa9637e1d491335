/// Changes values and never places: grey from colours, depth, scaling.
@NullMarked
package dev.shardline.image.intensity;

import org.jspecify.annotations.NullMarked;
