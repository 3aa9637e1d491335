package dev.shardline.flow;

import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.RecipeStep;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.SourceBytes.NamedBytes;
import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceHead.NamedSize;
import dev.shardline.recipe.SourceObjects;
import dev.shardline.recipe.StoredNeed;
import dev.shardline.telemetry.Stage;
import dev.shardline.telemetry.WorkerMetrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads samples: first the header, which tells what the sample needs; the rest when the memory
/// budget has let it in. Safe for many threads.
final class SampleFetcher {
  private static final double MEBIBYTE = 1 << 20;

  /// An object up to this size is read by one request, before it is let in: the second request
  /// would take longer than the bytes are worth.
  private static final int SMALL = 256 << 10;

  private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final SampleNeed need;
  private final ObjectReader reader;
  private final RangeAccess ranges;
  private final MemoryBudget budget;
  private final WorkerMetrics metrics;

  SampleFetcher(
      SampleNeed need,
      ObjectReader reader,
      RangeAccess ranges,
      MemoryBudget budget,
      WorkerMetrics metrics) {
    this.need = need;
    this.reader = reader;
    this.ranges = ranges;
    this.budget = budget;
    this.metrics = metrics;
  }

  /// Reads a sample whole, or, where memory would not hold what it decodes to, opens it for reading
  /// by ranges. Uses the ticket, whatever happens. The caller gives the reserved bytes back to the
  /// budget.
  ///
  /// @throws UnusableSampleException if the sample cannot be read, or never fits into the budget
  /// @throws IOException if the store fails
  FetchedSample fetch(Sample sample, long ticket)
      throws IOException, UnusableSampleException, InterruptedException {
    long start = System.nanoTime();
    byte[] head;
    Admission admission;
    try {
      head = head(sample);
      admission = admission(sample, head);
    } catch (IOException | UnusableSampleException | InterruptedException | RuntimeException e) {
      budget.pass(ticket);
      throw e;
    }
    metrics.spent(Stage.FETCH, start);
    long waiting = System.nanoTime();
    budget.admit(ticket, admission.bytes());
    metrics.spent(Stage.ADMISSION, waiting);
    boolean whole = false;
    try {
      long rest = System.nanoTime();
      FetchedSample fetched = new FetchedSample(opened(sample, head, admission), admission.bytes());
      metrics.spent(Stage.FETCH, rest);
      whole = true;
      return fetched;
    } finally {
      if (!whole) {
        budget.release(admission.bytes());
      }
    }
  }

  private byte[] head(Sample sample)
      throws IOException, UnusableSampleException, InterruptedException {
    SourceObject first = sample.objects().getFirst();
    if (first.bytes() == 0) {
      throw new UnusableSampleException(
          Reason.EMPTY, first.location().fileName() + " has no bytes");
    }
    int wanted = Math.max(need.decoder().headBytes(), SMALL);
    byte[] head = new byte[(int) Math.min(wanted, first.bytes())];
    reader.request(first, head, 0, head.length);
    return head;
  }

  /// What a sample is let in for.
  ///
  /// @param bytes of the budget
  /// @param byRanges whether it is read by ranges
  private record Admission(long bytes, boolean byRanges) {}

  private Admission admission(Sample sample, byte[] head) throws UnusableSampleException {
    SourceHead shown = new SourceHead(sizes(sample), head);
    UnusableSampleException refusal;
    try {
      long peak = sample.bytes() + predict(() -> need.bytes(shown));
      if (peak >= 0 && peak <= budget.capacity() && fitsArrays(sample)) {
        return new Admission(peak, false);
      }
      refusal = tooLarge(sample, peak, "");
    } catch (UnusableSampleException refused) {
      if (refused.reason() != Reason.TOO_LARGE) {
        throw refused;
      }
      refusal = refused;
    }
    return byRanges(sample, shown, refusal);
  }

  private Admission byRanges(Sample sample, SourceHead shown, UnusableSampleException inMemory)
      throws UnusableSampleException {
    Optional<StoredNeed> stored = predict(() -> need.stored(shown));
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
    long peak = stored.get().peakBytes() + RangeAccess.bytes(sample);
    if (peak < 0 || peak > budget.capacity()) {
      throw tooLarge(sample, peak, ", even when worked on from disk");
    }
    return new Admission(peak, true);
  }

  private UnusableSampleException tooLarge(Sample sample, long peak, String how) {
    return new UnusableSampleException(
        Reason.TOO_LARGE,
        String.format(
            Locale.ROOT,
            "%s needs %.0f MiB of memory as its header says%s; the budget is %.0f MiB: give the"
                + " worker more memory",
            sample.objects().getFirst().location().fileName(),
            (peak < 0 ? Long.MAX_VALUE : peak) / MEBIBYTE,
            how,
            budget.capacity() / MEBIBYTE));
  }

  private static boolean fitsArrays(Sample sample) {
    for (SourceObject object : sample.objects()) {
      if (object.bytes() > LARGEST_ARRAY) {
        return false;
      }
    }
    return true;
  }

  /// By a loop: mostly there is one object, and a stream of one took half of a small sample's
  /// fetching.
  private static List<NamedSize> sizes(Sample sample) {
    List<NamedSize> sizes = new ArrayList<>(sample.objects().size());
    for (SourceObject object : sample.objects()) {
      sizes.add(new NamedSize(object.location().fileName(), object.bytes()));
    }
    return sizes;
  }

  private interface Prediction<T> {
    T make() throws MalformedDataException;
  }

  private <T> T predict(Prediction<T> prediction) throws UnusableSampleException {
    try {
      return prediction.make();
    } catch (MalformedDataException e) {
      throw UnusableSampleException.of(e);
    } catch (RuntimeException e) {
      throw new UnusableSampleException(
          Reason.STEP_FAILED, need.decoder().name() + " cannot judge the header: " + e);
    }
  }

  private SourceObjects opened(Sample sample, byte[] head, Admission admission)
      throws IOException, UnusableSampleException, InterruptedException {
    return admission.byRanges() ? ranges.open(sample, reader) : read(sample, head);
  }

  private SourceBytes read(Sample sample, byte[] head)
      throws IOException, UnusableSampleException, InterruptedException {
    List<NamedBytes> objects = new ArrayList<>();
    for (SourceObject object : sample.objects()) {
      byte[] known = objects.isEmpty() ? head : new byte[0];
      byte[] bytes = known.length == object.bytes() ? known : whole(object, known);
      objects.add(new NamedBytes(object.location().fileName(), bytes));
    }
    return new SourceBytes(objects);
  }

  private byte[] whole(SourceObject object, byte[] known)
      throws IOException, UnusableSampleException, InterruptedException {
    byte[] bytes = Arrays.copyOf(known, (int) object.bytes());
    reader.read(object, bytes, known.length);
    return bytes;
  }
}
