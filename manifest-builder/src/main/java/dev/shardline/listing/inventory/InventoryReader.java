package dev.shardline.listing.inventory;

import dev.shardline.failure.UsageException;
import dev.shardline.listing.inventory.InventoryManifest.DataFile;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Reads inventories. A data file is copied to a temporary place and held to its MD5 before a row
/// of it is given.
///
/// @param stores where manifest and data files are read from
public record InventoryReader(StoreProvider stores) {
  /// What takes the rows.
  @FunctionalInterface
  public interface RowConsumer {
    void accept(InventoryRow row) throws IOException;
  }

  /// Reads `manifest.json`.
  ///
  /// @throws UsageException if it is none
  public InventoryManifest manifest(ObjectLocation location) throws IOException {
    return InventoryManifest.parse(stores.storeOf(location).read(location), location);
  }

  /// Gives every current object of the inventory; neither older versions nor delete markers.
  ///
  /// @throws UsageException if a data file is missing, changed or malformed
  public void read(ObjectLocation location, InventoryManifest manifest, RowConsumer rows)
      throws IOException {
    for (DataFile file : manifest.files()) {
      Path copy = Files.createTempFile("shardline-inventory-", "");
      try {
        fetch(dataLocation(location, file), file, copy);
        switch (manifest.format()) {
          case CSV -> new CsvInventory(manifest.columns(), file.key()).read(copy, rows);
          case PARQUET -> new ParquetInventory(file.key()).read(copy, rows);
        }
      } finally {
        Files.delete(copy);
      }
    }
  }

  /// In S3 the manifest gives the key; a copy of an inventory keeps its data in `../data/`.
  private static ObjectLocation dataLocation(ObjectLocation manifest, DataFile file) {
    if (manifest.scheme().equals("s3")) {
      return new ObjectLocation("s3", manifest.container(), file.key());
    }
    String folder = parent(parent(manifest.key()));
    return new ObjectLocation(
        manifest.scheme(), manifest.container(), folder + "data/" + file.name());
  }

  private static String parent(String key) {
    String trimmed = key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
    return trimmed.substring(0, trimmed.lastIndexOf('/') + 1);
  }

  private void fetch(ObjectLocation location, DataFile file, Path copy) throws IOException {
    MessageDigest md5 = md5();
    try (InputStream in =
            stores.storeOf(location).open(location, ObjectVersion.ANY, ByteRange.ALL);
        OutputStream out = Files.newOutputStream(copy)) {
      new DigestInputStream(in, md5).transferTo(out);
    } catch (NoSuchFileException e) {
      throw new UsageException(
          "The inventory names the data file %s, which is not there".formatted(location), e);
    }
    String found = HexFormat.of().formatHex(md5.digest());
    if (!found.equals(file.md5())) {
      throw new UsageException(
          "The inventory's data file %s is not the one its manifest names: expected MD5 %s, found %s"
              .formatted(location, file.md5(), found));
    }
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
  }
}
