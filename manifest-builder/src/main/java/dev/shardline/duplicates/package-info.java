/// Copies among samples: of bytes, and of decoded content. Copies must not lie in different splits.
@NullMarked
package dev.shardline.duplicates;

import org.jspecify.annotations.NullMarked;
