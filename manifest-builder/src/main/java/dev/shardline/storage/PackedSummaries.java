package dev.shardline.storage;

import dev.shardline.column.EtagColumn;
import dev.shardline.column.TextColumn;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// Objects of one container, in a few arrays: a listing holds hundreds of thousands of them at a
/// time, and as objects of Java they would take four times the memory and most of the collector's
/// time. Each summary is made anew when it is asked for. Not to be changed; for many threads.
public final class PackedSummaries extends AbstractList<ObjectSummary> implements RandomAccess {
  private final ObjectLocation container;
  private final TextColumn keys;
  private final EtagColumn etags;
  private final long[] sizes;
  private final int from;
  private final int to;

  /// Takes the columns over.
  ///
  /// @param place any location in the container
  /// @param sizes of each object, at least as many as there are keys
  public PackedSummaries(ObjectLocation place, TextColumn keys, EtagColumn etags, long[] sizes) {
    this(place, keys, etags, sizes, 0, keys.size());
  }

  private PackedSummaries(
      ObjectLocation container, TextColumn keys, EtagColumn etags, long[] sizes, int from, int to) {
    this.container = container;
    this.keys = keys;
    this.etags = etags;
    this.sizes = sizes;
    this.from = from;
    this.to = to;
  }

  @Override
  public int size() {
    return to - from;
  }

  @Override
  public ObjectSummary get(int index) {
    int row = from + Objects.checkIndex(index, size());
    return new ObjectSummary(
        new ObjectLocation(container.scheme(), container.container(), keys.text(row)),
        sizes[row],
        new ObjectVersion(etags.text(row), ""));
  }

  @Override
  public List<ObjectSummary> subList(int first, int end) {
    Objects.checkFromToIndex(first, end, size());
    return new PackedSummaries(container, keys, etags, sizes, from + first, from + end);
  }

  /// Whether keys ascend strictly in the order of their UTF-8 bytes, all of them after `key`.
  public boolean ascendAfter(String key) {
    if (!isEmpty() && ObjectLocation.KEY_ORDER.compare(key, keys.text(from)) >= 0) {
      return false;
    }
    for (int row = from + 1; row < to; row++) {
      if (keys.compare(row - 1, row) >= 0) {
        return false;
      }
    }
    return true;
  }

  /// The size of all objects together.
  public long bytes() {
    return Arrays.stream(sizes, from, to).sum();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
