/// WFDB, the format of PhysioNet: a text header (`.hea`) that names the signal files, their formats
/// and, for long records, the segments; annotations beside it (`.atr`).
///
/// Sources: the WFDB Applications Guide's header(5), signal(5) and annot(5); wfdb-python 4.3, to
/// whose float64 values ours are bit-equal.
@NullMarked
package dev.shardline.signal.format.wfdb;

import org.jspecify.annotations.NullMarked;
