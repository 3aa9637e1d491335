/// Whether the machine's vector instructions can be used by the kernels on pictures. Every such
/// kernel has a plain form beside it that gives the same bytes.
@NullMarked
package dev.shardline.image.lanes;

import org.jspecify.annotations.NullMarked;
