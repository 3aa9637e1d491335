/// Decompression of `.gz` volumes: the largest single cost of reading NIfTI. A streaming inflate
/// that hands out bytes in order, in bounded memory, and checks length and CRC.
@NullMarked
package dev.shardline.volume.gzip;

import org.jspecify.annotations.NullMarked;
