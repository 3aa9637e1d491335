package dev.shardline.duplicates;

import dev.shardline.probe.ContentProbe;
import dev.shardline.probe.Fingerprint;
import dev.shardline.split.UnionFind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Compares the fingerprints that share a key: each pair once, no pair that earlier links join
/// already. Pairs are compared many at a time, on all cores; the sets that result do not depend on
/// the order. For one thread.
final class CandidatePairs {
  private static final int AT_ONCE = 1 << 13;

  /// In a set larger than this a sample is compared with so many before it.
  private static final int CROWD = 512;

  private final ContentProbe probe;
  private final FingerprintTable table;
  private final UnionFind joined;
  private final LongSet compared = new LongSet();
  private final long[] waiting = new long[AT_ONCE];
  private final List<CopyLink> links = new ArrayList<>();
  private int waitingCount;
  private long crowded;

  CandidatePairs(ContentProbe probe, FingerprintTable table) {
    this.probe = probe;
    this.table = table;
    this.joined = new UnionFind(table.size());
  }

  /// Compares all candidates.
  CandidatePairs compareAll() {
    table.buckets(this::bucket);
    compareWaiting();
    return this;
  }

  /// The links that join the copies.
  List<CopyLink> links() {
    return List.copyOf(links);
  }

  /// How many samples were not compared with all that share a key.
  long crowded() {
    return crowded;
  }

  private void bucket(int[] entries) {
    for (int i = 1; i < entries.length; i++) {
      int first = Math.max(0, i - CROWD);
      crowded += first > 0 ? 1 : 0;
      for (int j = first; j < i; j++) {
        candidate(entries[j], entries[i]);
      }
    }
  }

  private void candidate(int first, int second) {
    if (first == second || joined.find(first) == joined.find(second)) {
      return;
    }
    long pair = (long) first << 32 | second;
    if (compared.add(pair)) {
      waiting[waitingCount++] = pair;
      if (waitingCount == AT_ONCE) {
        compareWaiting();
      }
    }
  }

  private void compareWaiting() {
    double[] similarity = new double[waitingCount];
    IntStream.range(0, waitingCount).parallel().forEach(i -> similarity[i] = compare(waiting[i]));
    for (int i = 0; i < waitingCount; i++) {
      int first = (int) (waiting[i] >>> 32);
      int second = (int) waiting[i];
      if (similarity[i] > 0 && joined.union(first, second)) {
        links.add(new CopyLink(table.sample(first), table.sample(second), similarity[i], false));
      }
    }
    waitingCount = 0;
  }

  private double compare(long pair) {
    Fingerprint first = table.signature((int) (pair >>> 32));
    Fingerprint second = table.signature((int) pair);
    OptionalDouble similarity = probe.confirm(first, second);
    return similarity.orElse(0);
  }
}
