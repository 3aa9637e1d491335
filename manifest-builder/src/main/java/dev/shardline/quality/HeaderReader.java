package dev.shardline.quality;

import dev.shardline.column.TextDictionary;
import dev.shardline.digest.StableHash;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.grouping.SampleTable;
import dev.shardline.labelling.SampleColumn;
import dev.shardline.probe.ContentProbe;
import dev.shardline.probe.FactName;
import dev.shardline.probe.HeaderFindings;
import dev.shardline.probe.Probes;
import dev.shardline.probe.ReadPool;
import dev.shardline.probe.StoredSample;
import dev.shardline.split.HashOrder;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads headers of samples, many at once, by ranged reads of the probes.
///
/// @param stores where the objects' stores come from
/// @param progress told how many headers were read so far
record HeaderReader(Probes probes, StoreProvider stores, LongConsumer progress) {
  private static final int READS_AT_ONCE = 64;
  private static final int BATCH = 4096;
  private static final HeaderFindings NOTHING = new HeaderFindings(Map.of(), null);

  /// Reads the headers of samples that some probe knows.
  ///
  /// @param seed decides whose headers are read where not all are
  HeaderFacts read(SampleTable samples, CheckSpec spec, long seed) {
    int[] chosen = chosen(samples, spec, seed);
    Collector collector = new Collector(chosen);
    for (int from = 0; from < chosen.length; from += BATCH) {
      int begin = from;
      @Nullable HeaderFindings[] batch = new HeaderFindings[Math.min(BATCH, chosen.length - begin)];
      new ReadPool(READS_AT_ONCE)
          .readAll(batch.length, index -> batch[index] = header(samples, chosen[begin + index]));
      for (int index = 0; index < batch.length; index++) {
        collector.add(begin + index, batch[index]);
      }
      progress.accept(begin + (long) batch.length);
    }
    return collector.facts();
  }

  private int[] chosen(SampleTable samples, CheckSpec spec, long seed) {
    if (spec.headers() == CheckSpec.Headers.NONE || probes.all().isEmpty()) {
      return new int[0];
    }
    int[] readable =
        IntStream.range(0, samples.size())
            .parallel()
            .filter(sample -> probes.forId(samples.id(sample)).isPresent())
            .toArray();
    if (spec.headers() == CheckSpec.Headers.ALL || readable.length <= spec.sampleSize()) {
      return readable;
    }
    StableHash hash = StableHash.keyed(seed, "checks");
    int[] order =
        HashOrder.of(
            readable.length, index -> hash.value(samples.id(readable[index])), index -> true);
    return Arrays.stream(order, 0, spec.sampleSize())
        .map(index -> readable[index])
        .sorted()
        .toArray();
  }

  /// What a header says; null where it cannot be read.
  private @Nullable HeaderFindings header(SampleTable samples, int sample) throws IOException {
    String id = samples.id(sample);
    Optional<ContentProbe> probe = probes.forId(id);
    if (probe.isEmpty()) {
      return NOTHING;
    }
    try {
      return probe.get().readHeader(new StoredSample(id, samples.sourceObjects(sample), stores));
    } catch (MalformedDataException | AccessDeniedException e) {
      return null;
    }
  }

  /// Gathers facts into columns, in the samples' order.
  private static final class Collector {
    private final int[] samples;
    private final boolean[] failed;
    private final Map<FactName, TextDictionary> values = new EnumMap<>(FactName.class);
    private final Map<FactName, int[]> codes = new EnumMap<>(FactName.class);

    Collector(int[] samples) {
      this.samples = samples;
      this.failed = new boolean[samples.length];
    }

    void add(int index, @Nullable HeaderFindings findings) {
      failed[index] = findings == null;
      if (findings != null) {
        findings.facts().forEach((fact, text) -> put(fact, index, text));
      }
    }

    private void put(FactName fact, int index, String text) {
      int[] own = codes.computeIfAbsent(fact, key -> absent(samples.length));
      own[index] = values.computeIfAbsent(fact, key -> new TextDictionary()).add(text);
    }

    private static int[] absent(int size) {
      int[] absent = new int[size];
      Arrays.fill(absent, TextDictionary.ABSENT);
      return absent;
    }

    HeaderFacts facts() {
      int[] read = IntStream.range(0, samples.length).filter(i -> !failed[i]).toArray();
      Map<FactName, SampleColumn> columns = new EnumMap<>(FactName.class);
      values.forEach((fact, texts) -> {
        int[] own = codes.getOrDefault(fact, new int[0]);
        columns.put(fact, new SampleColumn(fact.fileName(), texts, own).select(read));
      });
      return new HeaderFacts(
          Arrays.stream(read).map(i -> samples[i]).toArray(),
          IntStream.range(0, samples.length).filter(i -> failed[i]).map(i -> samples[i]).toArray(),
          columns);
    }
  }
}
