package dev.shardline.signal.format.raw;

/// A line of a text file, without its end.
///
/// @param offset byte offset of its first character in the file
public record TextLine(String text, long offset) {}
