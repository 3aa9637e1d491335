package dev.shardline.signal.format.onda.arrow;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;

/// Bytes that are no Arrow table; becomes a [MalformedDataException] where the offset is known.
final class BrokenArrow extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String expected;
  private final String found;

  BrokenArrow(String field, String expected, String found) {
    super(field);
    this.field = field;
    this.expected = expected;
    this.found = found;
  }

  MalformedDataException at(long offset) {
    return new MalformedDataException(Reason.MALFORMED, field, offset, expected, found);
  }
}
