/// Onda, the signal format of Onda.jl: tables of signals and annotations in Apache Arrow, stored
/// numbers in plain files beside them; read and written.
///
/// Sources: the Onda format specification (`onda.signal@2`, `onda.annotation@1`), Onda.jl 0.15 and
/// TimeSpans.jl, whose arithmetic ours repeats.
@NullMarked
package dev.shardline.signal.format.onda;

import org.jspecify.annotations.NullMarked;
