package dev.shardline.flow;

import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.RecipeStep;
import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceObjects;
import dev.shardline.recipe.StoredNeed;
import dev.shardline.telemetry.Stage;
import dev.shardline.telemetry.WorkerMetrics;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/// Reads samples: first the header, which tells what the sample needs; the rest when the memory
/// budget has let it in. Safe for many threads.
final class SampleFetcher {
  private static final double MEBIBYTE = 1 << 20;

  private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final SampleNeed need;
  private final SampleHeads heads;
  private final ObjectReader reader;
  private final WholeObjects whole;
  private final RangeAccess ranges;
  private final long capacity;
  private final WorkerMetrics metrics;

  SampleFetcher(
      SampleNeed need,
      ObjectReader reader,
      WholeObjects whole,
      RangeAccess ranges,
      long capacity,
      WorkerMetrics metrics) {
    this.need = need;
    this.heads = new SampleHeads(need.decoder(), reader);
    this.reader = reader;
    this.whole = whole;
    this.ranges = ranges;
    this.capacity = capacity;
    this.metrics = metrics;
  }

  /// A sample whose header was seen.
  ///
  /// @param head its leading bytes
  /// @param memory what it is to be let in for
  /// @param byRanges whether it is read by ranges
  record Announced(Sample sample, SourceHead head, SampleMemory memory, boolean byRanges) {
    /// Whether nothing is left to be read.
    boolean isWhole() {
      return !byRanges
          && sample.objects().size() == 1
          && head.head().length == sample.objects().getFirst().bytes();
    }
  }

  /// Reads a sample's header, and tells what the sample is to be let in for.
  ///
  /// @throws UnusableSampleException if the sample cannot be read, or never fits into the budget
  /// @throws IOException if the store fails
  Announced look(Sample sample) throws IOException, UnusableSampleException, InterruptedException {
    long start = System.nanoTime();
    Announced announced = announced(sample, heads.read(sample.objects()));
    metrics.spent(Stage.FETCH, start);
    return announced;
  }

  /// Reads a sample that was let in whole, or, where memory would not hold what it decodes to,
  /// opens it for reading by ranges. The caller tells the budget when the sample leaves its core.
  ///
  /// @throws UnusableSampleException if the sample cannot be read
  /// @throws IOException if the store fails
  FetchedSample fetch(Announced announced)
      throws IOException, UnusableSampleException, InterruptedException {
    long start = System.nanoTime();
    FetchedSample fetched = new FetchedSample(opened(announced), announced.memory());
    metrics.spent(Stage.FETCH, start);
    return fetched;
  }

  private Announced announced(Sample sample, SourceHead head) throws UnusableSampleException {
    UnusableSampleException refusal;
    try {
      SampleMemory whole = need.inMemory(head);
      if (whole.workingBytes() <= capacity && fitsArrays(sample)) {
        return new Announced(sample, head, whole, false);
      }
      refusal = tooLarge(sample, whole.workingBytes(), "");
    } catch (UnusableSampleException refused) {
      if (refused.reason() != Reason.TOO_LARGE) {
        throw refused;
      }
      refusal = refused;
    }
    return byRanges(sample, head, refusal);
  }

  private Announced byRanges(Sample sample, SourceHead head, UnusableSampleException inMemory)
      throws UnusableSampleException {
    Optional<StoredNeed> stored = need.onDisk(head);
    if (stored.isEmpty()) {
      throw inMemory;
    }
    RecipeStep refusing = stored.get().refusing();
    if (refusing != null) {
      throw new UnusableSampleException(
          Reason.TOO_LARGE,
          "%s; %s needs the whole recording in memory, so it cannot be worked on from disk"
              .formatted(inMemory.getMessage(), refusing));
    }
    long peak = Footprint.sum(stored.get().peakBytes(), RangeAccess.bytes(sample));
    if (peak > capacity) {
      throw tooLarge(sample, peak, ", even when worked on from disk");
    }
    return new Announced(sample, head, new SampleMemory(peak, peak), true);
  }

  private UnusableSampleException tooLarge(Sample sample, long peak, String how) {
    return new UnusableSampleException(
        Reason.TOO_LARGE,
        String.format(
            Locale.ROOT,
            "%s needs %.0f MiB of memory as its header says%s; the budget is %.0f MiB: give the"
                + " worker more memory",
            sample.objects().getFirst().location().fileName(),
            peak / MEBIBYTE,
            how,
            capacity / MEBIBYTE));
  }

  private static boolean fitsArrays(Sample sample) {
    for (SourceObject object : sample.objects()) {
      if (object.bytes() > LARGEST_ARRAY) {
        return false;
      }
    }
    return true;
  }

  private SourceObjects opened(Announced announced)
      throws IOException, UnusableSampleException, InterruptedException {
    return announced.byRanges()
        ? ranges.open(announced.sample(), reader)
        : whole.read(
            announced.sample(),
            announced.head().head(),
            need.decoder().readsMemory(announced.head()));
  }
}
