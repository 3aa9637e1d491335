package dev.shardline.signal.format.edf;

/// Records without time between them.
///
/// @param firstRecord position of the first in the file
/// @param records how many
/// @param onset seconds from the start of the first record of the file
record EdfSegment(long firstRecord, long records, double onset) {}
