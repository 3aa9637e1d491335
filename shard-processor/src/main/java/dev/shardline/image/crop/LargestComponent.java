package dev.shardline.image.crop;

import dev.shardline.image.geometry.PixelBox;
import java.util.Optional;

/// Finds the 8-connected component of a mask that covers most pixels once its holes, and whatever
/// lies in them, are filled.
///
/// Works on runs of equal pixels, set ones 8-connected and unset ones 4-connected, inside a frame
/// of unset ones. Each component is enclosed by the one to the left of its topmost leftmost pixel,
/// so that filled sizes add up along that tree. Time and memory grow with the number of runs.
final class LargestComponent {
  private final BitMask mask;
  private final RunLabels labels = new RunLabels();
  private RunRow above = new RunRow();
  private RunRow here = new RunRow();

  private LargestComponent(BitMask mask) {
    this.mask = mask;
  }

  /// The box of the component; empty if no pixel is set. Of equals, the one met first from top
  /// left.
  static Optional<PixelBox> find(BitMask mask) {
    return new LargestComponent(mask).find();
  }

  private Optional<PixelBox> find() {
    above.clear();
    above.add(-1, mask.width(), labels.create(RunLabels.NONE));
    for (int y = 0; y < mask.height(); y++) {
      labelRow(y);
      RunRow finished = here;
      here = above;
      above = finished;
    }
    here.clear();
    addRun(mask.height(), -1, mask.width(), false);
    return labels.largest();
  }

  /// Splits a row into runs, unset ones first and last, and joins them with those above. Even runs
  /// are unset; columns -1 and `width` belong to the frame.
  private void labelRow(int y) {
    here.clear();
    int start = -1;
    boolean set = false;
    while (start <= mask.width()) {
      int end = set ? mask.next(y, start, false) : runEnd(y, start);
      addRun(y, start, end - 1, set);
      start = end;
      set = !set;
    }
  }

  /// The end of an unset run: the next set pixel, or beyond the frame's column on the right.
  private int runEnd(int y, int start) {
    int next = mask.next(y, Math.max(0, start), true);
    return next == mask.width() ? mask.width() + 1 : next;
  }

  private void addRun(int y, int first, int last, boolean set) {
    int reach = set ? 1 : 0;
    int label = RunLabels.NONE;
    for (int i = above.firstReaching(first - reach, set); i < above.size(); i += 2) {
      if (above.first(i) > last + reach) {
        break;
      }
      label = label == RunLabels.NONE ? above.label(i) : labels.join(label, above.label(i));
    }
    if (label == RunLabels.NONE) {
      label = labels.create(here.lastLabel());
    }
    labels.grow(label, set, y, first, last);
    here.add(first, last, label);
  }
}
