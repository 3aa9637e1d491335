package dev.shardline.manifest;

import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.dataset.Split;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What changed from one data set to another, sample by sample. Keeps one data set's samples in
/// memory.
public final class DatasetDiff {
  private static final Comparator<SampleChange> ORDER =
      Comparator.comparing(SampleChange::sample, ObjectLocation.KEY_ORDER);

  /// What is compared of a sample beside its id. Where the objects lie is not.
  private record Facts(Split split, ClassLabel label, List<ObjectFacts> objects) {
    static Facts of(CatalogEntry entry) {
      Sample sample = entry.sample();
      return new Facts(
          entry.split(), sample.label(), sample.objects().stream().map(ObjectFacts::of).toList());
    }
  }

  private record ObjectFacts(String fileName, long bytes, ObjectVersion version) {
    static ObjectFacts of(SourceObject object) {
      return new ObjectFacts(object.location().fileName(), object.bytes(), object.version());
    }
  }

  private DatasetDiff() {}

  /// The changes, in the order of the samples' ids; a sample may have several.
  ///
  /// @throws IOException if a catalog cannot be read, or is not the one that was built
  public static List<SampleChange> between(BuiltDataset old, BuiltDataset changed)
      throws IOException {
    Map<String, Facts> before = new HashMap<>();
    old.catalog(entry -> before.put(entry.sample().id(), Facts.of(entry)));
    List<SampleChange> changes = new ArrayList<>();
    changed.catalog(entry ->
        compare(entry.sample().id(), before.remove(entry.sample().id()), Facts.of(entry), changes));
    before.forEach(
        (id, facts) -> changes.add(new SampleChange.Removed(id, facts.split, facts.label)));
    changes.sort(ORDER);
    return List.copyOf(changes);
  }

  private static void compare(
      String id, @Nullable Facts before, Facts after, List<SampleChange> changes) {
    if (before == null) {
      changes.add(new SampleChange.Added(id, after.split, after.label));
      return;
    }
    if (!before.split.equals(after.split)) {
      changes.add(new SampleChange.Moved(id, before.split, after.split));
    }
    if (!before.label.equals(after.label)) {
      changes.add(new SampleChange.Relabelled(id, before.label, after.label));
    }
    if (!before.objects.equals(after.objects)) {
      changes.add(new SampleChange.Changed(id));
    }
  }
}
