package dev.shardline.listing.parallel;

import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.PackedSummaries;
import java.util.List;

/// Looks things up in objects sorted by key.
final class SortedKeys {
  private SortedKeys() {}

  /// The index of the first object whose key comes after `key`.
  static int firstAfter(List<ObjectSummary> sorted, String key) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      String there = sorted.get(middle).location().key();
      if (ObjectLocation.KEY_ORDER.compare(there, key) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Whether keys ascend strictly, all of them after `key`.
  static boolean ascendAfter(String key, List<ObjectSummary> objects) {
    if (objects instanceof PackedSummaries packed) {
      return packed.ascendAfter(key);
    }
    String before = key;
    for (ObjectSummary object : objects) {
      if (ObjectLocation.KEY_ORDER.compare(before, object.location().key()) >= 0) {
        return false;
      }
      before = object.location().key();
    }
    return true;
  }
}
