package dev.shardline.signal.format.onda.arrow;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The values of a column in one record batch. Null elements read as 0, empty text or empty list;
/// whether an element is null is [#isNull]'s to say.
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of them
public sealed interface ArrowVector {
  int length();

  boolean isNull(int index);

  /// Which elements are null.
  ///
  /// @param valid a bit for each element, least significant first, set if it is not null; empty if
  ///   none is
  record Nulls(byte[] valid) {
    static final Nulls NONE = new Nulls(new byte[0]);

    boolean at(int index) {
      return valid.length > 0 && (valid[index >> 3] >> (index & 7) & 1) == 0;
    }
  }

  /// Whole numbers; spans of time in nanoseconds.
  record Longs(long[] values, Nulls nulls) implements ArrowVector {
    public static Longs of(long... values) {
      return new Longs(values, Nulls.NONE);
    }

    @Override
    public int length() {
      return values.length;
    }

    @Override
    public boolean isNull(int index) {
      return nulls.at(index);
    }
  }

  /// Floating-point numbers.
  record Doubles(double[] values, Nulls nulls) implements ArrowVector {
    public static Doubles of(double... values) {
      return new Doubles(values, Nulls.NONE);
    }

    @Override
    public int length() {
      return values.length;
    }

    @Override
    public boolean isNull(int index) {
      return nulls.at(index);
    }
  }

  /// Text.
  record Texts(List<String> values, Nulls nulls) implements ArrowVector {
    public Texts {
      values = List.copyOf(values);
    }

    public static Texts of(List<String> values) {
      return new Texts(values, Nulls.NONE);
    }

    @Override
    public int length() {
      return values.size();
    }

    @Override
    public boolean isNull(int index) {
      return nulls.at(index);
    }
  }

  /// Byte strings of one width, one after the other.
  record FixedBytes(byte[] bytes, int width, Nulls nulls) implements ArrowVector {
    public static FixedBytes of(byte[] bytes, int width) {
      return new FixedBytes(bytes, width, Nulls.NONE);
    }

    public byte[] value(int index) {
      return Arrays.copyOfRange(bytes, index * width, (index + 1) * width);
    }

    @Override
    public int length() {
      return bytes.length / width;
    }

    @Override
    public boolean isNull(int index) {
      return nulls.at(index);
    }
  }

  /// Lists: element i has the elements `offsets[i]` to `offsets[i + 1]` of `elements`.
  record Lists(int[] offsets, ArrowVector elements, Nulls nulls) implements ArrowVector {
    public static Lists of(int[] offsets, ArrowVector elements) {
      return new Lists(offsets, elements, Nulls.NONE);
    }

    @Override
    public int length() {
      return offsets.length - 1;
    }

    @Override
    public boolean isNull(int index) {
      return nulls.at(index);
    }
  }

  /// Fields side by side, all of one length.
  record Structs(int length, Map<String, ArrowVector> fields, Nulls nulls) implements ArrowVector {
    public Structs {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public static Structs of(int length, Map<String, ArrowVector> fields) {
      return new Structs(length, fields, Nulls.NONE);
    }

    @Override
    public boolean isNull(int index) {
      return nulls.at(index);
    }
  }

  /// Indices into other values.
  record Indexed(Longs indices, ArrowVector values) implements ArrowVector {
    @Override
    public int length() {
      return indices.length();
    }

    @Override
    public boolean isNull(int index) {
      return indices.isNull(index);
    }

    /// Where in the values an element that is not null is.
    public int position(int index) {
      return (int) indices.values()[index];
    }
  }

  /// Values of a type that is not read.
  record Unread(int length) implements ArrowVector {
    @Override
    public boolean isNull(int index) {
      return true;
    }
  }
}
