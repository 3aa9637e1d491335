package dev.shardline.duplicates;

/// Two samples that were found to be copies of each other.
///
/// @param first a sample
/// @param second another one
/// @param similarity 1 for equal bytes, else what the probe said
/// @param byBytes whether their bytes are equal
public record CopyLink(int first, int second, double similarity, boolean byBytes) {}
