/// Kernels in float32 that work on sixteen signals at once, one in each lane of a vector.
///
/// Sixteen lanes are a convention, not the hardware: data lies as `[row][16]`, and a processor with
/// shorter vectors takes a row in parts, or, where a kernel says so, all rows of the lanes of one
/// vector after the other. Every operation stays within its lane and no lanes are summed, so the
/// results have the same bits on every vector width.
@NullMarked
package dev.shardline.signal.lanes;

import org.jspecify.annotations.NullMarked;
