/// The way from stored numbers to values in units, shared by the formats: windows of bytes, number
/// encodings, calibrations, and a reader that puts them together in fixed memory.
@NullMarked
package dev.shardline.signal.format.raw;

import org.jspecify.annotations.NullMarked;
