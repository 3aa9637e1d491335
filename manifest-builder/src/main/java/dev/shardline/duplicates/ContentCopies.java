package dev.shardline.duplicates;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.RetryableException;
import dev.shardline.grouping.SampleTable;
import dev.shardline.probe.ContentProbe;
import dev.shardline.probe.Fingerprint;
import dev.shardline.probe.Probes;
import dev.shardline.probe.ReadPool;
import dev.shardline.probe.StoredSample;
import dev.shardline.split.UnionFind;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds samples whose decoded content is equal though their bytes are not, by the fingerprints of
/// probes: samples that share a candidate key are compared, no others. Time grows with the number
/// of samples and of shared keys, not with the number of pairs.
public final class ContentCopies {
  private static final int BATCH = 2048;
  private static final int DECODED_AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

  private final SampleTable samples;
  private final StoreProvider stores;
  private final Probes probes;
  private final LongConsumer progress;
  private final Map<ContentProbe, FingerprintTable> tables = new LinkedHashMap<>();
  private final List<Integer> undecodable = new ArrayList<>();

  /// @param progress told now and then how many samples were decoded
  public ContentCopies(
      SampleTable samples, StoreProvider stores, Probes probes, LongConsumer progress) {
    this.samples = samples;
    this.stores = stores;
    this.probes = probes;
    this.progress = progress;
    probes.all().forEach(probe -> tables.put(probe, new FingerprintTable()));
  }

  /// What was found.
  ///
  /// @param links that join the copies
  /// @param undecodable samples that a probe reads by name but could not decode, rising
  /// @param crowded how many samples share a key with so many others that not all were compared
  public record Found(List<CopyLink> links, List<Integer> undecodable, long crowded) {
    public Found {
      links = List.copyOf(links);
      undecodable = List.copyOf(undecodable);
    }
  }

  /// Finds the copies. Of samples that are known to be copies only the first is decoded.
  ///
  /// @throws RetryableException if a store fails, or an object changed since it was listed
  public Found find(UnionFind known) {
    int[] chosen =
        IntStream.range(0, samples.size())
            .filter(sample -> known.find(sample) == sample && samples.bytes(sample) > 0)
            .toArray();
    for (int from = 0; from < chosen.length; from += BATCH) {
      decode(chosen, from, Math.min(chosen.length, from + BATCH));
      progress.accept(Math.min(chosen.length, from + BATCH));
    }
    List<CopyLink> links = new ArrayList<>();
    long crowded = 0;
    for (Map.Entry<ContentProbe, FingerprintTable> entry : tables.entrySet()) {
      CandidatePairs pairs = new CandidatePairs(entry.getKey(), entry.getValue()).compareAll();
      links.addAll(pairs.links());
      crowded += pairs.crowded();
    }
    return new Found(links, undecodable, crowded);
  }

  /// Decodes some samples at once and keeps their fingerprints in the order of the samples.
  private void decode(int[] chosen, int from, int to) {
    @Nullable Fingerprint[] fingerprints = new Fingerprint[to - from];
    boolean[] failed = new boolean[to - from];
    new ReadPool(DECODED_AT_ONCE)
        .readAll(
            to - from,
            index -> {
              int sample = chosen[from + index];
              Optional<ContentProbe> probe = probes.forId(samples.id(sample));
              if (probe.isPresent()) {
                try {
                  fingerprints[index] = fingerprint(probe.get(), sample);
                } catch (MalformedDataException | AccessDeniedException e) {
                  failed[index] = true;
                }
              }
            });
    for (int index = 0; index < fingerprints.length; index++) {
      int sample = chosen[from + index];
      Fingerprint fingerprint = fingerprints[index];
      if (failed[index]) {
        undecodable.add(sample);
      } else if (fingerprint != null) {
        probes
            .forId(samples.id(sample))
            .map(tables::get)
            .ifPresent(table -> table.add(sample, fingerprint));
      }
    }
  }

  private Fingerprint fingerprint(ContentProbe probe, int sample)
      throws IOException, MalformedDataException {
    return probe.fingerprint(
        new StoredSample(samples.id(sample), samples.sourceObjects(sample), stores));
  }
}
