/// From objects to samples: which objects belong together and never separate.
@NullMarked
package dev.shardline.grouping;

import org.jspecify.annotations.NullMarked;
