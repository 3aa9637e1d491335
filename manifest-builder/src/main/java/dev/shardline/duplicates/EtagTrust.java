package dev.shardline.duplicates;

import dev.shardline.column.EtagColumn;
import dev.shardline.dataset.SourceObject;
import dev.shardline.digest.StableHash;
import dev.shardline.listing.ObjectTable;
import dev.shardline.split.HashOrder;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Decides whether a store's entity tags are MD5 digests of the objects. They are in S3 for objects
/// put in one piece, unless they are encrypted with a key of one's own; so some objects are read
/// and compared before any tag is believed.
final class EtagTrust {
  private static final int TRIALS = 8;
  private static final long LARGEST_TRIAL = 8L << 20;
  private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

  private final ObjectTable objects;
  private final StoreProvider stores;
  private final boolean[] rootTrusted;

  EtagTrust(ObjectTable objects, StoreProvider stores) {
    this.objects = objects;
    this.stores = stores;
    this.rootTrusted = new boolean[objects.roots().size()];
    for (int root = 0; root < rootTrusted.length; root++) {
      rootTrusted[root] = isTrustworthy(root);
    }
  }

  /// Whether the row's tag is the digest of its bytes.
  boolean isDigest(int row) {
    return rootTrusted[objects.rootIndex(row)] && looksLikeDigest(row);
  }

  private boolean looksLikeDigest(int row) {
    return objects.etags().encodedLength(row) == EtagColumn.PACKED_MD5_LENGTH
        && MD5.matcher(objects.etags().text(row)).matches();
  }

  private boolean isTrustworthy(int root) {
    int[] trials = trials(root);
    return trials.length > 0 && Arrays.stream(trials).allMatch(this::tagIsMd5);
  }

  /// Some objects of a root, chosen by the hash of their ids.
  private int[] trials(int root) {
    int[] order =
        HashOrder.of(
            objects.size(),
            row ->
                StableHash.of(
                    objects.ids().bytes(row), objects.ids().start(row), objects.ids().length(row)),
            row ->
                objects.rootIndex(row) == root
                    && looksLikeDigest(row)
                    && objects.bytes().value(row) <= LARGEST_TRIAL);
    return Arrays.copyOf(order, Math.min(order.length, TRIALS));
  }

  private boolean tagIsMd5(int row) {
    SourceObject object = objects.object(row);
    try (InputStream in =
        stores
            .storeOf(object.location())
            .open(object.location(), object.version(), ByteRange.ALL)) {
      byte[] digest = MessageDigest.getInstance("MD5").digest(in.readAllBytes());
      return HexFormat.of().formatHex(digest).equals(object.version().etag());
    } catch (IOException | NoSuchAlgorithmException e) {
      return false;
    }
  }
}
