/// What an image file says about itself before a pixel is decoded: its format by content, its size,
/// channels and depth. Reads header bytes only, trusts none of them, allocates nothing they ask
/// for.
@NullMarked
package dev.shardline.image.codec.header;

import org.jspecify.annotations.NullMarked;
