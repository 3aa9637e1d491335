/// A small brain-slice data set made by code: for the first run of a newcomer and for whole-run
/// tests. It has what real sets have: several subjects and scanners, formats and sizes, copies that
/// no byte hash finds, and broken files; and it says what was planted.
@NullMarked
package dev.shardline.demo;

import org.jspecify.annotations.NullMarked;
