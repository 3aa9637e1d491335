package dev.shardline.dicom.pixel;

import dev.shardline.dicom.DicomDataSet;
import dev.shardline.dicom.DicomElement;
import dev.shardline.dicom.DicomTag;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Finds the fragments of each compressed frame (PS3.5, A.4): all of them for a single frame, one
/// each where there are as many as frames, else by the basic offset table.
final class EncapsulatedFrames {
  private final DicomDataSet data;
  private final List<DicomElement> fragments;
  private final List<List<DicomElement>> frames;

  private EncapsulatedFrames(DicomDataSet data, int count) throws MalformedDataException {
    this.data = data;
    this.fragments = data.fragments().subList(1, data.fragments().size());
    this.frames = count == 1 ? List.of(fragments) : several(count);
  }

  static EncapsulatedFrames of(DicomDataSet data, int count) throws MalformedDataException {
    if (data.fragments().size() < 2) {
      throw data.malformed(DicomTag.PIXEL_DATA, "compressed fragments", "none");
    }
    return new EncapsulatedFrames(data, count);
  }

  private List<List<DicomElement>> several(int count) throws MalformedDataException {
    if (fragments.size() == count) {
      return fragments.stream().map(List::of).toList();
    }
    DicomElement table = data.fragments().getFirst();
    if (table.length() != (long) count * Integer.BYTES) {
      throw new MalformedDataException(
          Reason.UNSUPPORTED,
          DicomTag.PIXEL_DATA.keyword(),
          table.offset(),
          "a fragment or an entry of the basic offset table for each of %d frames".formatted(count),
          "%d fragments, a table of %d bytes".formatted(fragments.size(), table.length()));
    }
    return byTable(table, count);
  }

  private List<List<DicomElement>> byTable(DicomElement table, int count)
      throws MalformedDataException {
    ByteBuffer offsets = ByteBuffer.wrap(data.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    List<List<DicomElement>> found = new ArrayList<>();
    int origin = fragments.getFirst().offset();
    int next = 0;
    for (int frame = 0; frame < count; frame++) {
      boolean last = frame == count - 1;
      long end =
          last
              ? Long.MAX_VALUE
              : offsets.getInt(table.offset() + Integer.BYTES * (frame + 1)) & 0xFFFF_FFFFL;
      int first = next;
      while (next < fragments.size() && fragments.get(next).offset() - origin < end) {
        next++;
      }
      if (next == first) {
        throw data.malformed(DicomTag.PIXEL_DATA, "fragments of frame " + frame, "none");
      }
      found.add(fragments.subList(first, next));
    }
    return found;
  }

  /// The bytes of all fragments together.
  long bytes() {
    return fragments.stream().mapToLong(DicomElement::length).sum();
  }

  /// A copy of a frame's bytes.
  byte[] frame(int index) {
    List<DicomElement> parts = frames.get(index);
    byte[] joined = new byte[Math.toIntExact(parts.stream().mapToLong(DicomElement::length).sum())];
    int at = 0;
    for (DicomElement part : parts) {
      System.arraycopy(data.bytes(), part.offset(), joined, at, part.length());
      at += part.length();
    }
    return joined;
  }
}
