package dev.shardline.flow;

import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.SourceBytes.NamedBytes;
import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceHead.NamedSize;
import dev.shardline.telemetry.Stage;
import dev.shardline.telemetry.WorkerMetrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Reads samples: first the header, which tells what the sample needs; the rest when the memory
/// budget has let it in. Safe for many threads.
final class SampleFetcher {
  private static final double MEBIBYTE = 1 << 20;

  /// An object up to this size is read by one request, before it is let in: the second request
  /// would take longer than the bytes are worth.
  private static final int SMALL = 256 << 10;

  private final SampleNeed need;
  private final ObjectReader reader;
  private final MemoryBudget budget;
  private final WorkerMetrics metrics;

  SampleFetcher(SampleNeed need, ObjectReader reader, MemoryBudget budget, WorkerMetrics metrics) {
    this.need = need;
    this.reader = reader;
    this.budget = budget;
    this.metrics = metrics;
  }

  /// Reads a sample whole. Uses the ticket, whatever happens. The caller gives the reserved bytes
  /// back to the budget.
  ///
  /// @throws UnusableSampleException if the sample cannot be read, or never fits into the budget
  /// @throws IOException if the store fails
  FetchedSample fetch(Sample sample, long ticket)
      throws IOException, UnusableSampleException, InterruptedException {
    long start = System.nanoTime();
    byte[] head;
    long bytes;
    try {
      head = head(sample);
      bytes = need(sample, head);
    } catch (IOException | UnusableSampleException | InterruptedException | RuntimeException e) {
      budget.pass(ticket);
      throw e;
    }
    metrics.spent(Stage.FETCH, start);
    long waiting = System.nanoTime();
    budget.admit(ticket, bytes);
    metrics.spent(Stage.ADMISSION, waiting);
    boolean whole = false;
    try {
      long rest = System.nanoTime();
      FetchedSample fetched = new FetchedSample(read(sample, head), bytes);
      metrics.spent(Stage.FETCH, rest);
      whole = true;
      return fetched;
    } finally {
      if (!whole) {
        budget.release(bytes);
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

  private long need(Sample sample, byte[] head) throws UnusableSampleException {
    for (SourceObject object : sample.objects()) {
      if (object.bytes() > Integer.MAX_VALUE - 8) {
        throw new UnusableSampleException(
            Reason.TOO_LARGE,
            "%s has %d bytes; objects of 2 GiB and more are not read"
                .formatted(object.location().fileName(), object.bytes()));
      }
    }
    List<NamedSize> sizes =
        sample.objects().stream()
            .map(object -> new NamedSize(object.location().fileName(), object.bytes()))
            .toList();
    long peak = sample.bytes() + predict(new SourceHead(sizes, head));
    if (peak < 0 || peak > budget.capacity()) {
      throw new UnusableSampleException(
          Reason.TOO_LARGE,
          String.format(
              Locale.ROOT,
              "%s needs %.0f MiB of memory as its header says; the budget is %.0f MiB",
              sizes.getFirst().name(),
              (peak < 0 ? Long.MAX_VALUE : peak) / MEBIBYTE,
              budget.capacity() / MEBIBYTE));
    }
    return peak;
  }

  private long predict(SourceHead head) throws UnusableSampleException {
    try {
      return need.bytes(head);
    } catch (MalformedDataException e) {
      throw UnusableSampleException.of(e);
    } catch (RuntimeException e) {
      throw new UnusableSampleException(
          Reason.STEP_FAILED, need.decoder().name() + " cannot judge the header: " + e);
    }
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
