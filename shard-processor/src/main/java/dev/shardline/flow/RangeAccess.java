package dev.shardline.flow;

import dev.shardline.dataset.Sample;
import dev.shardline.recipe.SourceRanges;
import dev.shardline.recipe.SourceRanges.RangedObject;
import dev.shardline.scratch.ScratchSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;

/// How samples are read that memory does not hold.
///
/// @param threads read ahead
/// @param scratch a folder on this machine's disk
record RangeAccess(ExecutorService threads, Path scratch) {
  /// The sample's objects, none of them read yet.
  SourceRanges open(Sample sample, ObjectReader reader) {
    List<RangedObject> objects =
        sample.objects().stream()
            .<RangedObject>map(object -> new ObjectRanges(object, reader, threads))
            .toList();
    return new SourceRanges(objects, new ScratchSpace(scratch));
  }

  /// The memory that reading takes.
  static long bytes(Sample sample) {
    return (long) sample.objects().size() * ObjectRanges.HELD_BLOCKS * ObjectRanges.BLOCK;
  }
}
