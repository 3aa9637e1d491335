package dev.shardline.data;

/// Data that a step takes or gives. Implementations are immutable to everyone but the step that
/// made them; they may be shared between threads once published.
public interface Payload {
  DataKind kind();

  /// The heap and native memory this data occupies, in bytes, to within object headers; the worker
  /// accounts for it.
  long memoryBytes();
}
