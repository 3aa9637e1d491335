/// Finds what of a picture to keep: boxes of pixels, masks, connected components, the brain's
/// outline.
@NullMarked
package dev.shardline.image.crop;

import org.jspecify.annotations.NullMarked;
