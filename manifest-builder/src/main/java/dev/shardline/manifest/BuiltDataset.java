package dev.shardline.manifest;

import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Sample;
import dev.shardline.digest.Digest;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.lineage.DamagedFileException;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.storage.StoreProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A data set as it lies in its directory. Every file is held to the digest its description gives,
/// so what is read here is what was built. Safe for many threads.
public final class BuiltDataset {
  private static final int READS = 3;

  private final ObjectStore store;
  private final ObjectLocation directory;
  private final Digest digest;
  private final DatasetDescription description;

  private BuiltDataset(
      ObjectStore store, ObjectLocation directory, Digest digest, DatasetDescription description) {
    this.store = store;
    this.directory = directory;
    this.digest = digest;
    this.description = description;
  }

  /// What is done with each sample of a catalog.
  @FunctionalInterface
  public interface EntryConsumer {
    void accept(CatalogEntry entry) throws IOException;
  }

  /// Opens the data set in `directory`.
  ///
  /// @throws java.nio.file.NoSuchFileException if there is no `dataset.json`: nothing was built
  ///   there, or a build did not end
  /// @throws DamagedFileException if it is not one of ours
  public static BuiltDataset open(StoreProvider stores, ObjectLocation directory)
      throws IOException {
    ObjectStore store = stores.storeOf(directory);
    ObjectLocation file = directory.resolve(DatasetFiles.DESCRIPTION);
    byte[] bytes = store.read(file);
    try {
      return new BuiltDataset(
          store, directory, Digest.of(bytes), DatasetDescriptionParser.parse(bytes));
    } catch (MalformedDataException e) {
      throw damaged(file, e);
    }
  }

  public ObjectLocation directory() {
    return directory;
  }

  public DatasetDescription description() {
    return description;
  }

  /// The digest of `dataset.json`: what names the data set.
  public Digest digest() {
    return digest;
  }

  /// The label encoding.
  ///
  /// @throws DamagedFileException if the file is not the one that was built
  public LabelEncoding labels() throws IOException {
    ObjectLocation file = directory.resolve(DatasetFiles.LABELS);
    byte[] bytes = read(file, fileDigest(DatasetFiles.LABELS));
    try {
      return LabelEncodingParser.parse(bytes);
    } catch (MalformedDataException e) {
      throw damaged(file, e);
    }
  }

  /// What the description says of a part.
  ///
  /// @throws IllegalArgumentException if the data set has no such part
  public PartDescription part(PartId id) {
    return description.parts().stream()
        .filter(part -> part.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("Data set %s has no part %s".formatted(directory, id)));
  }

  /// The samples of a part, in part order.
  ///
  /// @throws DamagedFileException if the file is not the one that was built
  public List<Sample> samples(PartId id) throws IOException {
    ObjectLocation file = directory.resolve(DatasetFiles.samples(id));
    byte[] bytes = read(file, part(id).samples());
    List<Sample> samples = new ArrayList<>();
    try {
      consume(new ByteArrayInputStream(bytes), entry -> samples.add(partMember(file, id, entry)));
    } catch (MalformedDataException e) {
      throw damaged(file, e);
    }
    return List.copyOf(samples);
  }

  private static Sample partMember(ObjectLocation file, PartId part, CatalogEntry entry)
      throws DamagedFileException {
    if (!entry.split().equals(part.split())) {
      throw new DamagedFileException(
          file.toString(),
          "sample %s is in split %s".formatted(entry.sample().id(), entry.split()));
    }
    return entry.sample();
  }

  /// Gives every sample of the catalog to `entries`, in sample id order. The file's digest is known
  /// only at its end: what was given must not be believed before this returns.
  ///
  /// @throws DamagedFileException if the file is not the one that was built
  public void catalog(EntryConsumer entries) throws IOException {
    ObjectLocation file = directory.resolve(DatasetFiles.CATALOG);
    MessageDigest sha256 = Digest.sha256();
    try (InputStream in = store.open(file, ObjectVersion.ANY, ByteRange.ALL)) {
      consume(new DigestInputStream(in, sha256), entries);
    } catch (MalformedDataException e) {
      throw damaged(file, e);
    }
    requireDigest(file, fileDigest(DatasetFiles.CATALOG), Digest.of(sha256));
  }

  private static void consume(InputStream in, EntryConsumer entries)
      throws IOException, MalformedDataException {
    try (CatalogReader reader = new CatalogReader(in)) {
      for (Optional<CatalogEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
        entries.accept(entry.get());
      }
    }
  }

  private Digest fileDigest(String path) throws DamagedFileException {
    return description.files().stream()
        .filter(file -> file.path().equals(path))
        .findFirst()
        .orElseThrow(() ->
            new DamagedFileException(
                directory.resolve(DatasetFiles.DESCRIPTION).toString(), "it does not name " + path))
        .sha256();
  }

  /// Reads a file of known digest. A store may give a part of it and say that this is all: so what
  /// is wrong is read again before it is called damaged.
  private byte[] read(ObjectLocation file, Digest expected) throws IOException {
    byte[] bytes = store.read(file);
    for (int again = 1; again < READS && !Digest.of(bytes).equals(expected); again++) {
      bytes = store.read(file);
    }
    requireDigest(file, expected, Digest.of(bytes));
    return bytes;
  }

  private static void requireDigest(ObjectLocation file, Digest expected, Digest found)
      throws DamagedFileException {
    if (!expected.equals(found)) {
      throw new DamagedFileException(
          file.toString(), "expected SHA-256 %s, found %s".formatted(expected, found));
    }
  }

  private static DamagedFileException damaged(ObjectLocation file, MalformedDataException cause) {
    return new DamagedFileException(file.toString(), String.valueOf(cause.getMessage()));
  }
}
