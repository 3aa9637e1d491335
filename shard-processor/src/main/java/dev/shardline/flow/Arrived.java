package dev.shardline.flow;

/// A sample that went its way.
///
/// @param result what became of it
/// @param heldBytes what it still holds of the memory budget; to be released by the receiver
public record Arrived<T>(T result, long heldBytes) {}
