/// Agreement of the signal kernels with SciPy and MNE on real recordings.
@NullMarked
package dev.shardline.conformance.signal;

import org.jspecify.annotations.NullMarked;
