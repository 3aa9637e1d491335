/// 2-D pictures: the immutable carriers of 8-bit, 16-bit and float32 pixels. What is done to them
/// lives in the packages below; those are pure functions from picture to picture.
@NullMarked
package dev.shardline.image;

import org.jspecify.annotations.NullMarked;
