/// Our own decoder of the JPEGs that data sets consist of: 8-bit sequential, Huffman-coded, one
/// scan, grey or three components. A hot path of the product: sixteen blocks are transformed at a
/// time, one to a lane. Gives the same pixels as libjpeg's accurate integer transform and smooth
/// upsampling; declines everything else, and everything that looks damaged, for a slower decoder to
/// judge.
@NullMarked
package dev.shardline.image.codec.jpeg;

import org.jspecify.annotations.NullMarked;
