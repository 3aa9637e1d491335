/// How fast recordings are worked on, against SciPy and NumPy: programs that
/// `tests/benchmarks/signals.py` starts, on a machine that does nothing else.
@NullMarked
package dev.shardline.benchmark.signal;

import org.jspecify.annotations.NullMarked;
