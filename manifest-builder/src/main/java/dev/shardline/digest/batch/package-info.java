/// SHA-256 of many messages at once. A processor without instructions for SHA-256 digests one
/// message slowly however wide its vectors are, but as many messages as a vector has lanes in not
/// much more than the time of one. The digests are those of FIPS 180-4 in either way.
@NullMarked
package dev.shardline.digest.batch;

import org.jspecify.annotations.NullMarked;
