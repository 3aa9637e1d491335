package dev.shardline.duplicates;

import dev.shardline.column.LongColumn;
import dev.shardline.column.TextColumn;
import dev.shardline.digest.StableHash;
import dev.shardline.probe.Fingerprint;
import dev.shardline.split.HashOrder;
import java.util.Arrays;

/// The fingerprints that one probe took of many samples, without an object for each.
final class FingerprintTable {
  private final LongColumn owners = new LongColumn();
  private final TextColumn signatures = new TextColumn();
  private final LongColumn keys = new LongColumn();
  private final LongColumn keyOwners = new LongColumn();

  /// Adds a sample's fingerprint.
  void add(int sample, Fingerprint fingerprint) {
    int entry = signatures.size();
    owners.add(sample);
    byte[] signature = fingerprint.signature();
    signatures.add(signature, 0, signature.length);
    for (int i = 0; i < fingerprint.keyCount(); i++) {
      keys.add(fingerprint.key(i));
      keyOwners.add(entry);
    }
  }

  /// How many fingerprints there are.
  int size() {
    return signatures.size();
  }

  /// The sample that an entry is of.
  int sample(int entry) {
    return (int) owners.value(entry);
  }

  /// An entry's fingerprint as far as comparing needs it: without its keys.
  Fingerprint signature(int entry) {
    return new Fingerprint(
        new long[0],
        Arrays.copyOfRange(
            signatures.bytes(entry), signatures.start(entry), signatures.end(entry)));
  }

  /// What is done with the entries that share a key.
  @FunctionalInterface
  interface BucketConsumer {
    /// @param entries at least two, rising
    void accept(int[] entries);
  }

  /// Gives every set of entries that share a key to `buckets`, in an order that depends on the keys
  /// alone.
  void buckets(BucketConsumer buckets) {
    int[] order =
        HashOrder.of(keys.size(), place -> StableHash.mix(keys.value(place)), place -> true);
    int start = 0;
    for (int i = 1; i <= order.length; i++) {
      if (i == order.length || bits(order[i]) != bits(order[start])) {
        if (i - start > 1) {
          exactBuckets(Arrays.copyOfRange(order, start, i), buckets);
        }
        start = i;
      }
    }
  }

  /// As many leading bits of a key's hash as any two places are sure to be ordered by.
  private long bits(int place) {
    return StableHash.mix(keys.value(place)) >>> 32;
  }

  /// Parts places whose keys' hashes begin alike by their keys.
  private void exactBuckets(int[] places, BucketConsumer buckets) {
    long first = keys.value(places[0]);
    int[] same = Arrays.stream(places).filter(place -> keys.value(place) == first).toArray();
    if (same.length > 1) {
      buckets.accept(
          Arrays.stream(same).map(place -> (int) keyOwners.value(place)).sorted().toArray());
    }
    if (same.length < places.length) {
      int[] others = Arrays.stream(places).filter(place -> keys.value(place) != first).toArray();
      if (others.length > 1) {
        exactBuckets(others, buckets);
      }
    }
  }
}
