/// Numbers that describe a stretch of signal: band powers, spectral edge, Hjorth parameters, line
/// length, root mean square. Arrays are one signal channel each, plain `double[]`, in double
/// precision and a fixed order of summation.
@NullMarked
package dev.shardline.signal.feature;

import org.jspecify.annotations.NullMarked;
