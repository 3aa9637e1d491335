/// From the bytes of an image file to a picture, whatever the format. Memory is predicted from the
/// header and refused before anything is decoded; nothing but a typed failure comes out of a bad
/// file.
@NullMarked
package dev.shardline.image.codec;

import org.jspecify.annotations.NullMarked;
