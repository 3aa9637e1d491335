package dev.shardline.volume.dicom;

import dev.shardline.dicom.DicomDataSet;
import dev.shardline.dicom.DicomTag;
import dev.shardline.failure.MalformedDataException;
import java.util.ArrayList;
import java.util.List;

/// Where the facts of one frame stand: in the frame's own functional groups, in the shared ones, or
/// at the top of the data set (PS3.3, C.7.6.16). Files of one frame have only the last.
final class FrameFacts {
  private final DicomDataSet top;
  private final List<DicomDataSet> groups;

  private FrameFacts(DicomDataSet top, List<DicomDataSet> groups) {
    this.top = top;
    this.groups = groups;
  }

  /// The facts of a file's first frame.
  static FrameFacts first(DicomDataSet data) throws MalformedDataException {
    List<DicomDataSet> groups = new ArrayList<>();
    data.items(DicomTag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).stream()
        .limit(1)
        .forEach(groups::add);
    groups.addAll(data.items(DicomTag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE));
    return new FrameFacts(data, groups);
  }

  /// The facts of each frame of a file.
  static List<FrameFacts> ofAll(DicomDataSet data, int frames) throws MalformedDataException {
    List<DicomDataSet> shared = data.items(DicomTag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
    List<DicomDataSet> own = data.items(DicomTag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
    if (!own.isEmpty() && own.size() != frames) {
      throw data.malformed(
          DicomTag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
          "an item for each of %d frames".formatted(frames),
          own.size() + "");
    }
    List<FrameFacts> facts = new ArrayList<>();
    for (int frame = 0; frame < frames; frame++) {
      List<DicomDataSet> groups = new ArrayList<>();
      if (!own.isEmpty()) {
        groups.add(own.get(frame));
      }
      groups.addAll(shared);
      facts.add(new FrameFacts(data, groups));
    }
    return facts;
  }

  /// The data set that holds `tag`: the item of `macro` in the nearest functional group that has
  /// it, else the top of the data set.
  DicomDataSet holder(DicomTag macro, DicomTag tag) throws MalformedDataException {
    for (DicomDataSet group : groups) {
      for (DicomDataSet item : group.items(macro)) {
        if (item.element(tag).isPresent()) {
          return item;
        }
      }
    }
    return top;
  }

  /// The frame's index in time, from 1; 0 where the file does not say it.
  long temporalIndex() throws MalformedDataException {
    DicomTag tag = DicomTag.TEMPORAL_POSITION_INDEX;
    return holder(DicomTag.FRAME_CONTENT_SEQUENCE, tag).longOr(tag, 0);
  }

  /// The text of `tag`; empty where the file does not say it.
  String text(DicomTag macro, DicomTag tag) throws MalformedDataException {
    return holder(macro, tag).text(tag).orElse("");
  }

  /// Decimal strings of `tag`.
  double[] decimals(DicomTag macro, DicomTag tag, int count) throws MalformedDataException {
    return holder(macro, tag).decimals(tag, count);
  }

  /// The first decimal string of `tag`, or what stands for it.
  double decimalOr(DicomTag macro, DicomTag tag, double absent) throws MalformedDataException {
    return holder(macro, tag).decimalOr(tag, absent);
  }
}
