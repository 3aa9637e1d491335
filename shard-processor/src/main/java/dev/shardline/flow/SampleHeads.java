package dev.shardline.flow;

import dev.shardline.dataset.SourceObject;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceHead.NamedSize;
import dev.shardline.recipe.SourceStep;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Reads the beginnings of samples, which tell what the samples need. Safe for many threads.
///
/// @param decoder says how much it has to see
record SampleHeads(SourceStep decoder, ObjectReader reader) {
  /// An object up to this size is read by one request, before it is let in: the second request
  /// would take longer than the bytes are worth.
  private static final int SMALL = 256 << 10;

  /// The leading bytes of the first object, and every object's size.
  ///
  /// @throws UnusableSampleException if the object is empty, gone, changed or refused
  SourceHead read(List<SourceObject> objects)
      throws IOException, UnusableSampleException, InterruptedException {
    SourceObject first = objects.getFirst();
    if (first.bytes() == 0) {
      throw new UnusableSampleException(
          Reason.EMPTY, first.location().fileName() + " has no bytes");
    }
    int wanted = Math.max(decoder.headBytes(), SMALL);
    byte[] head = new byte[(int) Math.min(wanted, first.bytes())];
    reader.request(first, 0, ByteBuffer.wrap(head));
    return new SourceHead(sizes(objects), head);
  }

  /// By a loop: mostly there is one object, and a stream of one took half of a small sample's
  /// fetching.
  private static List<NamedSize> sizes(List<SourceObject> objects) {
    List<NamedSize> sizes = new ArrayList<>(objects.size());
    for (SourceObject object : objects) {
      sizes.add(new NamedSize(object.location().fileName(), object.bytes()));
    }
    return sizes;
  }
}
