package dev.shardline.signal.format.onda.arrow;

/// The types of columns that are read, and enough of the others to pass over them.
public sealed interface ArrowType {
  /// Whole numbers of 8 to 64 bits; unsigned ones of 64 bits wrap around.
  record Whole(int bits, boolean signed) implements ArrowType {}

  /// Floating-point numbers of 32 or 64 bits.
  record Floating(int bits) implements ArrowType {}

  /// Spans of time, counted in this many nanoseconds.
  record Span(long nanoseconds) implements ArrowType {}

  /// UTF-8 text; `large` with offsets of 64 bits.
  record Text(boolean large) implements ArrowType {}

  /// Byte strings of one width.
  record FixedBytes(int width) implements ArrowType {}

  /// Lists of the only child's type; `large` with offsets of 64 bits.
  record Lists(boolean large) implements ArrowType {}

  /// Named fields side by side.
  record Struct() implements ArrowType {}

  /// Anything else: its values are not available.
  ///
  /// @param buffers how many it has in a record batch, besides those of its children
  record Other(int buffers) implements ArrowType {}
}
