/// Power spectra of signals: Welch, multitaper, spectrogram. Arrays are one signal channel each,
/// plain `double[]`; frequencies are in Hz where the sampling rate is, power in the signal's unit
/// squared (per Hz for a density). Estimators hold scratch space: one instance per thread.
@NullMarked
package dev.shardline.signal.spectrum;

import org.jspecify.annotations.NullMarked;
