/// Window functions (tapers), with SciPy's definitions and names, and the Slepian sequences.
@NullMarked
package dev.shardline.signal.window;

import org.jspecify.annotations.NullMarked;
