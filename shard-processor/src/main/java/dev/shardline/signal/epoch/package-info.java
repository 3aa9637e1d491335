/// Cutting a recording into epochs: where windows begin, in time points. Knows no values.
@NullMarked
package dev.shardline.signal.epoch;

import org.jspecify.annotations.NullMarked;
