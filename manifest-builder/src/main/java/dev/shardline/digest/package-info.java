/// Digests and the canonical texts they are taken of: the same facts always give the same bytes.
@NullMarked
package dev.shardline.digest;

import org.jspecify.annotations.NullMarked;
