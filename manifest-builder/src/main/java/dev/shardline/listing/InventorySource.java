package dev.shardline.listing;

import dev.shardline.listing.inventory.InventoryManifest;
import dev.shardline.listing.inventory.InventoryReader;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;

/// Takes the objects of an S3 Inventory.
///
/// @param stores where the inventory is read from
record InventorySource(StoreProvider stores, Intake intake) {
  private static final int TELL_EVERY = 10_000;

  void read(SourceSpec.Inventory source) throws IOException {
    InventoryReader reader = new InventoryReader(stores);
    InventoryManifest manifest = reader.manifest(source.location());
    String idPrefix = SourceReader.idPrefix(source);
    int root = intake.root(idPrefix, bucket(source, manifest));
    int[] seen = new int[1];
    reader.read(
        source.location(),
        manifest,
        row -> {
          if (row.key().startsWith(source.prefix())) {
            String relative = row.key().substring(source.prefix().length());
            intake.take(root, idPrefix, source.filter(), relative, row.bytes(), row.version());
          }
          if (++seen[0] % TELL_EVERY == 0) {
            intake.tell();
          }
        });
  }

  /// A local copy of an inventory still speaks of a bucket in S3.
  private static ObjectLocation bucket(SourceSpec.Inventory source, InventoryManifest manifest) {
    String scheme = source.location().scheme();
    return new ObjectLocation(
        scheme.equals("file") ? "s3" : scheme, manifest.sourceBucket(), source.prefix());
  }
}
