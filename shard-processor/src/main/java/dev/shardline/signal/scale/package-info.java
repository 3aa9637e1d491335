/// Bringing signals to a common scale. Arrays are one signal channel each, plain `double[]`, and
/// are changed in place.
@NullMarked
package dev.shardline.signal.scale;

import org.jspecify.annotations.NullMarked;
