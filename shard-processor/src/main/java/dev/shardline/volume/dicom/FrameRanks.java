package dev.shardline.volume.dicom;

import dev.shardline.dicom.DicomTag;
import dev.shardline.failure.MalformedDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// How a file's frames follow each other where position and temporal index do not tell: by their
/// indices along the file's dimensions (PS3.3, C.7.6.17), such as diffusion weighting; else as they
/// lie in it. Frames whose indices are alike have one rank.
final class FrameRanks {
  private FrameRanks() {}

  static List<Integer> of(List<FrameFacts> frames) throws MalformedDataException {
    List<List<Long>> indices = new ArrayList<>();
    boolean timed = false;
    for (FrameFacts frame : frames) {
      DicomTag tag = DicomTag.DIMENSION_INDEX_VALUES;
      indices.add(frame.holder(DicomTag.FRAME_CONTENT_SEQUENCE, tag).longs(tag));
      timed |= frame.temporalIndex() > 0;
    }
    if (indices.stream().noneMatch(List::isEmpty)) {
      return byIndices(indices);
    }
    boolean asTheyLie = !timed;
    return IntStream.range(0, frames.size()).mapToObj(frame -> asTheyLie ? frame : 0).toList();
  }

  private static List<Integer> byIndices(List<List<Long>> indices) {
    SortedMap<List<Long>, Integer> ranks = new TreeMap<>(FrameRanks::compare);
    indices.forEach(index -> ranks.put(index, 0));
    int next = 0;
    for (SortedMap.Entry<List<Long>, Integer> entry : ranks.entrySet()) {
      entry.setValue(next++);
    }
    return indices.stream().map(ranks::get).toList();
  }

  private static int compare(List<Long> one, List<Long> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = Long.compare(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}
