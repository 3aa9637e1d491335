package dev.shardline.shard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.lineage.UncompressedShard;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// Reads a shard of [WebDatasetFormat] record by record, in the shard's order; holds one record in
/// memory, and none that is larger than the program can hold. Not for several threads.
public final class WebDatasetReader implements StoredRecords {
  private static final int MOST_FILES = 1000;

  /// A record is held twice while its arrays are made.
  private static final int SHARE_OF_HEAP = 4;

  private final TarArchiveInputStream tar;
  private final long largestRecord;
  private @Nullable TarArchiveEntry pending;

  /// Begins to read records that take up to a quarter of the heap.
  ///
  /// @param stored the shard as it is stored; closed with the reader
  /// @param name the shard's file name, whose ending tells the compression
  public WebDatasetReader(InputStream stored, String name) throws IOException {
    this(stored, name, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
  }

  /// Begins to read records of at most so many bytes.
  WebDatasetReader(InputStream stored, String name, long largestRecord) throws IOException {
    this.largestRecord = Math.min(largestRecord, Integer.MAX_VALUE - Long.BYTES);
    tar = new TarArchiveInputStream(UncompressedShard.open(stored, name));
    pending = tar.getNextEntry();
  }

  /// The next record; empty at the end of the shard.
  ///
  /// @throws MalformedDataException if a file of the record is missing or is not what we write
  /// @throws IOException if the archive is damaged or cannot be read
  @Override
  public Optional<StoredRecord> next() throws IOException, MalformedDataException {
    if (pending == null) {
      return Optional.empty();
    }
    String key = keyOf(pending.getName());
    Map<String, byte[]> files = new LinkedHashMap<>();
    long held = 0;
    while (pending != null && keyOf(pending.getName()).equals(key)) {
      long more = Math.max(0, pending.getSize());
      if (more > largestRecord - held || files.size() == MOST_FILES) {
        throw new MalformedDataException(
            Reason.TOO_LARGE,
            "record " + key,
            "at most %d bytes in %d files; larger ones need a larger heap (-Xmx)"
                .formatted(largestRecord, MOST_FILES),
            "%d bytes in %d files, and %d more".formatted(held, files.size(), more));
      }
      held += more;
      files.put(pending.getName().substring(key.length()), content(pending));
      pending = tar.getNextEntry();
    }
    return Optional.of(record(key, files));
  }

  private static String keyOf(String name) {
    int dot = name.indexOf('.', name.lastIndexOf('/') + 1);
    return dot < 0 ? name : name.substring(0, dot);
  }

  private byte[] content(TarArchiveEntry entry) throws IOException, MalformedDataException {
    byte[] bytes = tar.readNBytes((int) entry.getSize());
    if (bytes.length != entry.getSize()) {
      throw new MalformedDataException(
          Reason.TRUNCATED, entry.getName(), entry.getSize() + " bytes", bytes.length + " bytes");
    }
    return bytes;
  }

  private static StoredRecord record(String key, Map<String, byte[]> files)
      throws MalformedDataException {
    SortedMap<String, Tensor> companions = new TreeMap<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = file.getKey();
      if (name.endsWith(".npy") && !name.equals(".npy")) {
        companions.put(
            name.substring(1, name.length() - ".npy".length()),
            NpyDecoding.tensor(file.getValue()));
      }
    }
    return new StoredRecord(
        key, NpyDecoding.tensor(required(key, files, ".npy")), companions, facts(key, files));
  }

  private static ObjectNode facts(String key, Map<String, byte[]> files)
      throws MalformedDataException {
    try {
      if (CanonicalJson.parse(required(key, files, ".json")) instanceof ObjectNode facts) {
        return facts;
      }
    } catch (IOException e) {
      throw new MalformedDataException(
          Reason.MALFORMED, key + ".json", "JSON", String.valueOf(e.getMessage()));
    }
    throw new MalformedDataException(
        Reason.MALFORMED, key + ".json", "a JSON object", "another value");
  }

  private static byte[] required(String key, Map<String, byte[]> files, String extension)
      throws MalformedDataException {
    byte[] content = files.get(extension);
    if (content == null) {
      throw new MalformedDataException(
          Reason.MALFORMED, "record " + key, "a file " + key + extension, files.keySet() + "");
    }
    return content;
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
