package dev.shardline.listing;

import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// Takes objects of any source into one table, leaving out what patterns exclude and what only
/// stands for a folder. For one thread.
final class Intake {
  private static final int EXAMPLES = 3;

  private final LongConsumer progress;
  private final ObjectTableBuilder table = new ObjectTableBuilder();
  private final List<String> excludedExamples = new ArrayList<>();
  private long listed;
  private long excluded;
  private long folders;

  /// @param progress told now and then how many objects were listed so far
  Intake(LongConsumer progress) {
    this.progress = progress;
  }

  /// Makes a place of objects known.
  ///
  /// @return its number
  int root(String idPrefix, ObjectLocation location) {
    return table.addRoot(new ObjectRoot(idPrefix, location));
  }

  /// Takes an object, or leaves it out.
  ///
  /// @param root where it lies
  /// @param relative its key behind the root's
  void take(
      int root,
      String idPrefix,
      KeyFilter filter,
      String relative,
      long bytes,
      ObjectVersion version) {
    listed++;
    if (relative.isEmpty() || relative.endsWith("/") && bytes == 0) {
      folders++;
    } else if (filter.takes(relative)) {
      String id = idPrefix.isEmpty() ? relative : idPrefix + relative;
      table.add(root, id, bytes, version.etag(), version.versionId());
    } else {
      excluded++;
      if (excludedExamples.size() < EXAMPLES) {
        excludedExamples.add(relative);
      }
    }
  }

  /// Tells how many objects were listed so far.
  void tell() {
    progress.accept(listed);
  }

  /// How many objects were taken.
  int size() {
    return table.size();
  }

  long excluded() {
    return excluded;
  }

  List<String> excludedExamples() {
    return List.copyOf(excludedExamples);
  }

  /// All that was taken; the intake is used up.
  ///
  /// @param denied what may not be listed
  Listing listing(List<ObjectLocation> denied) {
    ObjectTable objects = table.build();
    return new Listing(
        objects, new ListingCounts(listed, excluded, folders, table.repeated()), denied);
  }
}
