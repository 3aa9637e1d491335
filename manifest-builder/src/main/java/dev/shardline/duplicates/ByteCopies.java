package dev.shardline.duplicates;

import dev.shardline.dataset.SourceObject;
import dev.shardline.digest.Digest;
import dev.shardline.digest.StableHash;
import dev.shardline.failure.RetryableException;
import dev.shardline.grouping.SampleTable;
import dev.shardline.probe.ReadPool;
import dev.shardline.probe.SampleBytes;
import dev.shardline.probe.StoredSample;
import dev.shardline.split.HashOrder;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ObjectChangedException;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/// Finds samples whose data has equal bytes, reading as little as it can: only samples of one size,
/// of these a few blocks, and of those whose blocks are equal all bytes. Where a store's entity
/// tags are known to be MD5 digests, nothing is read. Samples without bytes are copies of nothing.
public final class ByteCopies {
  private static final int READS_AT_ONCE = 64;
  private static final int BLOCK = 4096;
  private static final int BUFFER = 1 << 16;

  private final SampleTable samples;
  private final StoreProvider stores;
  private final DataObjects data;
  private final EtagTrust trust;
  private final LongConsumer progress;

  /// @param progress told now and then how many samples were read
  public ByteCopies(SampleTable samples, StoreProvider stores, LongConsumer progress) {
    this.samples = samples;
    this.stores = stores;
    this.data = new DataObjects(samples);
    this.trust = new EtagTrust(samples.objects(), stores);
    this.progress = progress;
  }

  /// What was found.
  ///
  /// @param links each copy with the first sample of its group, in sample order
  /// @param unreadable samples that the store refused to give out and that therefore were compared
  ///   with nothing, rising
  public record Found(List<CopyLink> links, int[] unreadable) {
    public Found {
      links = List.copyOf(links);
    }
  }

  /// Finds all copies.
  ///
  /// @throws RetryableException if a store fails, or an object changed since it was listed
  public Found find() {
    List<CopyLink> links = new ArrayList<>();
    int[] candidates =
        sharing(allSamples(), sample -> StableHash.mix(data.bytes(data.rows(sample))));
    int[] tagged = Arrays.stream(candidates).filter(this::isTrusted).toArray();
    int[] untagged = Arrays.stream(candidates).filter(sample -> !isTrusted(sample)).toArray();
    boolean mixed = tagged.length > 0 && untagged.length > 0;
    int[] toRead = mixed ? candidates : untagged;
    if (!mixed) {
      link(tagged, this::tags, links);
    }
    int[] unreadable = linkByReading(toRead, links);
    links.sort(java.util.Comparator.comparingInt(CopyLink::second));
    return new Found(links, unreadable);
  }

  private int[] allSamples() {
    return IntStream.range(0, samples.size())
        .filter(sample -> data.bytes(data.rows(sample)) > 0)
        .toArray();
  }

  private boolean isTrusted(int sample) {
    return Arrays.stream(data.rows(sample)).allMatch(trust::isDigest);
  }

  private String tags(int sample) {
    return Arrays.stream(data.rows(sample))
        .mapToObj(row -> samples.objects().etags().text(row))
        .sorted()
        .toList()
        .toString();
  }

  private int[] linkByReading(int[] toRead, List<CopyLink> links) {
    Map<Integer, Long> blocks = new LinkedHashMap<>();
    long[] blockHashes = new long[toRead.length];
    boolean[] refused = new boolean[toRead.length];
    readEach(toRead, refused, index -> blockHashes[index] = blockHash(toRead[index]));
    for (int i = 0; i < toRead.length; i++) {
      if (!refused[i]) {
        blocks.put(toRead[i], blockHashes[i]);
      }
    }
    int[] readable = blocks.keySet().stream().mapToInt(i -> i).toArray();
    int[] alike = sharing(readable, sample -> StableHash.mix(blocks.getOrDefault(sample, 0L)));
    Digest[] digests = new Digest[alike.length];
    boolean[] refusedWhole = new boolean[alike.length];
    readEach(alike, refusedWhole, index -> digests[index] = digest(alike[index]));
    Map<Integer, String> contents = new LinkedHashMap<>();
    for (int i = 0; i < alike.length; i++) {
      if (!refusedWhole[i]) {
        contents.put(alike[i], digests[i].hex());
      }
    }
    int[] compared = contents.keySet().stream().mapToInt(i -> i).toArray();
    link(compared, sample -> contents.getOrDefault(sample, ""), links);
    return IntStream.concat(chosen(toRead, refused), chosen(alike, refusedWhole))
        .sorted()
        .toArray();
  }

  private static IntStream chosen(int[] values, boolean[] which) {
    return IntStream.range(0, values.length).filter(i -> which[i]).map(i -> values[i]);
  }

  /// Links every sample with the first one that has the same content.
  private static void link(
      int[] compared, java.util.function.IntFunction<String> content, List<CopyLink> links) {
    Map<String, Integer> first = new LinkedHashMap<>();
    for (int sample : compared) {
      Integer known = first.putIfAbsent(content.apply(sample), sample);
      if (known != null) {
        links.add(new CopyLink(known, sample, 1.0, true));
      }
    }
  }

  /// Those of the samples whose key another one of them has too, rising.
  private static int[] sharing(int[] of, java.util.function.IntToLongFunction key) {
    int[] order = HashOrder.of(of.length, i -> key.applyAsLong(of[i]), i -> true);
    boolean[] shared = new boolean[of.length];
    for (int i = 1; i < order.length; i++) {
      if (key.applyAsLong(of[order[i - 1]]) == key.applyAsLong(of[order[i]])) {
        shared[order[i - 1]] = true;
        shared[order[i]] = true;
      }
    }
    return chosen(of, shared).toArray();
  }

  private void readEach(int[] which, boolean[] refused, ReadPool.Reading reading) {
    new ReadPool(READS_AT_ONCE)
        .readAll(
            which.length,
            index -> {
              try {
                reading.read(index);
              } catch (java.nio.file.AccessDeniedException e) {
                refused[index] = true;
              } catch (ObjectChangedException | NoSuchFileException e) {
                throw new RetryableException(
                    "Sample %s changed while the data set was built: %s. Build again"
                        .formatted(samples.id(which[index]), e.getMessage()),
                    e);
              }
              progress.accept(index + 1);
            });
  }

  /// A hash of a few blocks of every data object.
  private long blockHash(int sample) throws IOException {
    long hash = 0;
    SampleBytes bytes = sampleBytes(sample);
    for (int row : data.rows(sample)) {
      SourceObject object = samples.objects().object(row);
      long size = object.bytes();
      hash = StableHash.mix(hash + blockHash(bytes, object, 0));
      if (size > BLOCK) {
        hash = StableHash.mix(hash + blockHash(bytes, object, size / 2));
        hash = StableHash.mix(hash + blockHash(bytes, object, Math.max(0, size - BLOCK)));
      }
    }
    return hash;
  }

  private static long blockHash(SampleBytes sample, SourceObject object, long offset)
      throws IOException {
    byte[] block = sample.read(object, new ByteRange(offset, BLOCK));
    return StableHash.of(block, 0, block.length);
  }

  /// The digest of the digests of every data object, whatever their order.
  private Digest digest(int sample) throws IOException {
    SampleBytes bytes = sampleBytes(sample);
    List<String> digests = new ArrayList<>();
    for (int row : data.rows(sample)) {
      SourceObject object = samples.objects().object(row);
      MessageDigest sha256 = Digest.sha256();
      byte[] buffer = new byte[(int) Math.clamp(object.bytes(), 1, BUFFER)];
      try (InputStream in = bytes.open(object, ByteRange.ALL)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          sha256.update(buffer, 0, read);
        }
      }
      digests.add(Digest.of(sha256).hex());
    }
    digests.sort(null);
    return Digest.of(String.join(" ", digests));
  }

  private SampleBytes sampleBytes(int sample) {
    return new StoredSample(samples.id(sample), samples.sourceObjects(sample), stores);
  }
}
