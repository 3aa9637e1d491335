/// NumPy's array files, one array of signal channels and time points each.
///
/// Source: `numpy.lib.format`, versions 1.0 to 3.0.
@NullMarked
package dev.shardline.signal.format.npy;

import org.jspecify.annotations.NullMarked;
