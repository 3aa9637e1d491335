package dev.shardline.flow;

import dev.shardline.dataset.SourceObject;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.io.InputStream;

/// Where the bytes of samples come from. Safe for many threads; errors are those of
/// [dev.shardline.storage.ObjectStore#open].
@FunctionalInterface
public interface SampleSource {
  /// Opens a range of an object in its pinned version. The caller closes the stream.
  InputStream open(SourceObject object, ByteRange range) throws IOException;

  /// Reads every object where the catalog says it lies.
  static SampleSource of(StoreProvider stores) {
    return (object, range) ->
        stores.storeOf(object.location()).open(object.location(), object.version(), range);
  }
}
