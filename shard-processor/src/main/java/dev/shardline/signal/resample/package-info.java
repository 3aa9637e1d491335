/// Changing the sampling rate: polyphase filtering by a rational factor and, where the whole signal
/// may be taken as one period, cutting or padding its Fourier transform. Arrays are one signal
/// channel each, plain `double[]`.
@NullMarked
package dev.shardline.signal.resample;

import org.jspecify.annotations.NullMarked;
