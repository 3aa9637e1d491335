package dev.shardline.probe;

import dev.shardline.dataset.SourceObject;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// A sample as its store keeps it.
///
/// @param stores where the objects' stores come from
public record StoredSample(String id, List<SourceObject> objects, StoreProvider stores)
    implements SampleBytes {
  public StoredSample {
    objects = List.copyOf(objects);
  }

  @Override
  public InputStream open(SourceObject object, ByteRange range) throws IOException {
    return stores.storeOf(object.location()).open(object.location(), object.version(), range);
  }
}
