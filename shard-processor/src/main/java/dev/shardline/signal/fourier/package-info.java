/// Discrete Fourier transforms of any length in double precision. Twiddle factors come from
/// [java.lang.StrictMath], sums run in a fixed order and no fused operations are used, so results
/// are the same on every machine.
@NullMarked
package dev.shardline.signal.fourier;

import org.jspecify.annotations.NullMarked;
