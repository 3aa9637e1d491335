package dev.shardline.commit;

import dev.shardline.lineage.EqualShares;
import dev.shardline.lineage.RecordEntry;
import dev.shardline.lineage.SampleEntry;
import dev.shardline.lineage.SampleFate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where spooled records came to lie in finished shards. Asked sample by sample, in part order. For
/// one thread.
final class SealedRecords {
  /// A shard that a spooled file became.
  private record Place(int shard, String folder, Iterator<Long> offsets) {}

  /// A copy of a file's first record.
  private record Copy(int shard, long offset) {}

  private final Map<Integer, Place> places = new TreeMap<>();
  private final Map<Integer, List<Copy>> copies = new TreeMap<>();

  /// Takes in a shard.
  ///
  /// @param shard its index among the part's shards
  /// @param offsets where its records lie
  void add(ShardContent content, int shard, List<Long> offsets) {
    places.put(
        content.number(), new Place(shard, folder(content.file().output()), offsets.iterator()));
    if (content.isPadded()) {
      copies
          .computeIfAbsent(content.repeats(), _ -> new ArrayList<>())
          .add(new Copy(shard, offsets.getLast()));
    }
  }

  private static String folder(String output) {
    return output.isEmpty() ? "" : output + "/";
  }

  /// The sample as the ledger names it.
  SampleEntry of(SampleEntry spooled, List<SpoolFile> files) {
    if (!(spooled.fate() instanceof SampleFate.Written written)) {
      return spooled;
    }
    List<RecordEntry> records = new ArrayList<>();
    List<RecordEntry> repeated = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (RecordEntry record : written.records()) {
      Place place = places.get(record.shard());
      if (place == null || !place.offsets().hasNext()) {
        leftOut.add(folder(files.get(record.shard()).output()) + record.key());
        continue;
      }
      records.add(at(record, place.shard(), place.offsets().next()));
      List<Copy> again = copies.remove(record.shard());
      if (again != null) {
        again.forEach(copy -> repeated.add(at(record, copy.shard(), copy.offset())));
      }
    }
    return new SampleEntry(spooled.sample(), spooled.objects(), fate(records, repeated, leftOut));
  }

  private static SampleFate fate(
      List<RecordEntry> records, List<RecordEntry> repeated, List<String> leftOut) {
    return records.isEmpty()
        ? new SampleFate.Dropped(
            EqualShares.RULE, "left over: too few records for all ranks at the part's end")
        : new SampleFate.Written(records, repeated, leftOut);
  }

  private static RecordEntry at(RecordEntry record, int shard, long offset) {
    return new RecordEntry(record.key(), shard, offset, record.length(), record.crc32c());
  }
}
