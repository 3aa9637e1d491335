package dev.shardline.failure;

/// One sample's data cannot be used. Formats and steps throw it; the worker turns it into a
/// quarantine with its [Reason]. Says which field, where in the data, what was expected, what
/// found; the caller, who knows the object's location, adds it.
public final class MalformedDataException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Stands for "no byte offset applies".
  public static final long NO_OFFSET = -1;

  private final Reason reason;
  private final String field;
  private final long offset;

  /// @param reason the typed reason
  /// @param field the header field, chunk or quantity at fault, in the format's own words
  /// @param offset byte offset in the decoded object, or [#NO_OFFSET]
  /// @param expected what the format or step requires
  /// @param found what was there
  public MalformedDataException(
      Reason reason, String field, long offset, String expected, String found) {
    super(describe(field, offset, expected, found));
    this.reason = reason;
    this.field = field;
    this.offset = offset;
  }

  /// As the full constructor, without an offset.
  public MalformedDataException(Reason reason, String field, String expected, String found) {
    this(reason, field, NO_OFFSET, expected, found);
  }

  private static String describe(String field, long offset, String expected, String found) {
    String place = offset == NO_OFFSET ? field : field + " at byte " + offset;
    return place + ": expected " + expected + ", found " + found;
  }

  public Reason reason() {
    return reason;
  }

  public String field() {
    return field;
  }

  public long offset() {
    return offset;
  }
}
