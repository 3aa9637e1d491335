/// Linear filters: their design (Butterworth, notch, windowed sinc) and their application, causal
/// or without phase shift. Arrays are one signal channel each, plain `double[]`; designs agree with
/// SciPy's and MNE's within a few units in the last place, applications within 1e-9.
@NullMarked
package dev.shardline.signal.filter;

import org.jspecify.annotations.NullMarked;
