package dev.shardline.storage.s3;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How an object of a listing is written: the markup around its values. A server writes nearly all
/// objects of an answer alike, so that the next one need only be compared with it instead of being
/// read tag by tag. For one thread.
final class EntryForm {
  /// A value that is wanted.
  enum Value {
    KEY,
    ETAG,
    SIZE
  }

  private static final int ABSENT = -1;

  private final byte[] document;

  /// What stands before each value, and behind the last.
  private final List<byte[]> markup = new ArrayList<>();

  /// For each wanted value, which of all values it is.
  private final int[] placeOf = new int[Value.values().length];

  private int[] starts = {};
  private int[] ends = {};
  private int seen;
  private boolean usual = true;
  private boolean whole;

  /// Nothing is known of it yet.
  ///
  /// @param from where the object's markup begins
  EntryForm(byte[] document, int from) {
    this.document = document;
    this.seen = from;
    Arrays.fill(placeOf, ABSENT);
  }

  /// Learns where a value stands.
  void value(int from, int to) {
    markup.add(Arrays.copyOfRange(document, seen, from));
    seen = to;
  }

  /// Learns which the value learnt last is.
  ///
  /// @param plain whether it stands alone between its tags; where one does not, or stands there
  ///   twice, the form is of no use
  void name(Value value, boolean plain) {
    usual &= plain && placeOf[value.ordinal()] == ABSENT;
    placeOf[value.ordinal()] = markup.size() - 1;
  }

  /// Learns where the object ends.
  void end(int position) {
    starts = new int[markup.size()];
    ends = new int[markup.size()];
    markup.add(Arrays.copyOfRange(document, seen, position));
    whole = usual && Arrays.stream(placeOf).noneMatch(place -> place == ABSENT);
  }

  /// Compares what begins at `from` with the form.
  ///
  /// @return where the object ends; negative if it has another form, or this one is not known
  int match(int from, int length) {
    int position = whole ? from : ABSENT;
    for (int i = 0; i < starts.length && position >= 0; i++) {
      starts[i] = behind(markup.get(i), position, length);
      ends[i] = starts[i] < 0 ? ABSENT : ByteSearch.indexOf('<', document, starts[i], length);
      position = ends[i];
    }
    return position < 0 ? ABSENT : behind(markup.getLast(), position, length);
  }

  private int behind(byte[] expected, int from, int length) {
    int to = from + expected.length;
    return to <= length && Arrays.equals(document, from, to, expected, 0, expected.length)
        ? to
        : ABSENT;
  }

  /// Where a value of the object begins that was compared last.
  int start(Value value) {
    return starts[placeOf[value.ordinal()]];
  }

  /// Where it ends.
  int end(Value value) {
    return ends[placeOf[value.ordinal()]];
  }
}
