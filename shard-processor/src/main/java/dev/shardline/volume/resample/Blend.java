package dev.shardline.volume.resample;

import static dev.shardline.volume.NativeShortVoxels.INT16;

import dev.shardline.volume.FloatVoxels;
import dev.shardline.volume.NativeShortVoxels;
import dev.shardline.volume.ShortVoxels;
import dev.shardline.volume.StoredVoxels;
import java.lang.foreign.MemorySegment;

/// Weighted sums of rows. Every loop is a plain one, so that the compiler vectorises it without
/// changing a bit of the result.
final class Blend {
  private Blend() {}

  /// `into = w · from`.
  static void one(StoredVoxels voxels, int from, float w, float[] into, int at, int length) {
    voxels.copyTo(from, into, at, length);
    if (w != 1) {
      for (int i = at; i < at + length; i++) {
        into[i] *= w;
      }
    }
  }

  /// `into = w0 · from0 + w1 · from1`.
  static void two(
      StoredVoxels voxels,
      int from0,
      float w0,
      int from1,
      float w1,
      float[] into,
      int at,
      int length) {
    switch (voxels) {
      case ShortVoxels shorts -> two(shorts.array(), from0, w0, from1, w1, into, at, length);
      case FloatVoxels floats -> two(floats.array(), from0, w0, from1, w1, into, at, length);
      case NativeShortVoxels shorts -> two(shorts.memory(), from0, w0, from1, w1, into, at, length);
    }
  }

  private static void two(
      short[] a, int from0, float w0, int from1, float w1, float[] into, int at, int length) {
    for (int i = 0; i < length; i++) {
      into[at + i] = w0 * a[from0 + i] + w1 * a[from1 + i];
    }
  }

  private static void two(
      MemorySegment a,
      long from0,
      float w0,
      long from1,
      float w1,
      float[] into,
      int at,
      int length) {
    for (int i = 0; i < length; i++) {
      into[at + i] = w0 * a.getAtIndex(INT16, from0 + i) + w1 * a.getAtIndex(INT16, from1 + i);
    }
  }

  static void two(
      float[] a, int from0, float w0, int from1, float w1, float[] into, int at, int length) {
    for (int i = 0; i < length; i++) {
      into[at + i] = w0 * a[from0 + i] + w1 * a[from1 + i];
    }
  }

  /// `into += w · from`.
  static void add(StoredVoxels voxels, int from, float w, float[] into, int at, int length) {
    switch (voxels) {
      case ShortVoxels shorts -> add(shorts.array(), from, w, into, at, length);
      case FloatVoxels floats -> add(floats.array(), from, w, into, at, length);
      case NativeShortVoxels shorts -> add(shorts.memory(), from, w, into, at, length);
    }
  }

  private static void add(short[] a, int from, float w, float[] into, int at, int length) {
    for (int i = 0; i < length; i++) {
      into[at + i] += w * a[from + i];
    }
  }

  private static void add(MemorySegment a, long from, float w, float[] into, int at, int length) {
    for (int i = 0; i < length; i++) {
      into[at + i] += w * a.getAtIndex(INT16, from + i);
    }
  }

  private static void add(float[] a, int from, float w, float[] into, int at, int length) {
    for (int i = 0; i < length; i++) {
      into[at + i] += w * a[from + i];
    }
  }
}
