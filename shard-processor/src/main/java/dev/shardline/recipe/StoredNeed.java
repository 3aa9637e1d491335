package dev.shardline.recipe;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What a sample needs whose decoded data lies in a scratch file.
///
/// @param peakBytes of memory
/// @param refusing the first step that works on data in memory only; null if every step can
public record StoredNeed(long peakBytes, @Nullable RecipeStep refusing) {
  /// What is known of a record until its part is written, beside its bytes, which wait on disk.
  private static final long RECORD_OVERHEAD = 1024;

  /// The need of a recipe, or of its beginning.
  ///
  /// @param steps the first one is the source
  /// @param outputs further steps; what comes out at the end goes to disk, record by record
  static StoredNeed of(
      List<RecipeStep> steps, SortedMap<String, List<RecipeStep>> outputs, StoredSource source) {
    Way common = new Way(source.data(), source.peakBytes());
    common.follow(steps.subList(1, steps.size()));
    long peak = common.peak;
    RecipeStep refusing = common.refusing;
    for (List<RecipeStep> branch : outputs.values()) {
      Way way = new Way(common);
      way.follow(branch);
      long records = Footprint.product(way.items, RECORD_OVERHEAD);
      long last = Footprint.product(2, way.givenBytes);
      peak = Math.max(peak, Footprint.sum(way.peak, Footprint.sum(records, last)));
      refusing = refusing == null ? way.refusing : refusing;
    }
    return new StoredNeed(peak, refusing);
  }

  /// The need of samples on their way to a step that is to be fitted, where all items are kept.
  static StoredNeed ofWay(List<RecipeStep> steps, StoredSource source) {
    Way way = new Way(source.data(), source.peakBytes());
    way.follow(steps.subList(1, steps.size()));
    long kept = Footprint.product(way.items, way.givenBytes);
    return new StoredNeed(Footprint.sum(way.peak, kept), way.refusing);
  }

  /// Where a walk along steps has come to.
  private static final class Way {
    private @Nullable StoredData onDisk;
    private long givenBytes;
    private long items = 1;
    private long peak;
    private long held;
    private @Nullable RecipeStep refusing;

    Way(StoredData source, long peak) {
      this.onDisk = source;
      this.peak = peak;
    }

    Way(Way other) {
      this.onDisk = other.onDisk;
      this.givenBytes = other.givenBytes;
      this.items = other.items;
      this.peak = other.peak;
      this.held = other.held + other.givenBytes;
      this.refusing = other.refusing;
    }

    void follow(List<RecipeStep> steps) {
      for (RecipeStep step : steps) {
        if (refusing == null) {
          pass(step);
        }
      }
    }

    private void pass(RecipeStep step) {
      StoredData taken = onDisk;
      if (taken == null) {
        passInMemory(step, step.transform().footprint(givenBytes));
        return;
      }
      StoredFootprint footprint = step.transform().storedFootprint(taken).orElse(null);
      switch (footprint) {
        case null -> refusing = step;
        case StoredFootprint.OnDisk(StoredData given, long stepPeak) -> {
          onDisk = given;
          peak = Math.max(peak, stepPeak);
        }
        case StoredFootprint.InMemory(Footprint inMemory) -> {
          onDisk = null;
          passInMemory(step, inMemory);
        }
      }
    }

    private void passInMemory(RecipeStep step, Footprint footprint) {
      peak = Math.max(peak, Footprint.sum(held, footprint.peakBytes()));
      if (step.transform().signature().multiplicity() == Signature.Multiplicity.MANY) {
        held = Footprint.sum(held, givenBytes);
      }
      givenBytes = footprint.givenBytes();
      items = Footprint.product(items, footprint.items());
    }
  }
}
