package dev.shardline.flow;

import dev.shardline.dataset.Sample;
import dev.shardline.dataset.SourceObject;
import dev.shardline.recipe.Headroom;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.SourceBytes.NamedBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads whole objects: large ones outside the heap, if the recipe takes them from there; all
/// others into arrays. Safe for many threads.
///
/// @param rooms where large objects lie
/// @param headroom is told before an array is made
record WholeObjects(ObjectReader reader, ObjectRooms rooms, Headroom headroom) {
  /// Reads all objects of a sample.
  ///
  /// @param head the leading bytes of the first one, which need not be read again
  /// @param outside whether they may lie outside the heap
  /// @throws UnusableSampleException if an object is gone, changed or refused
  SourceBytes read(Sample sample, byte[] head, boolean outside)
      throws IOException, UnusableSampleException, InterruptedException {
    List<NamedBytes> objects = new ArrayList<>();
    List<ObjectRoom> lent = new ArrayList<>();
    try {
      for (SourceObject object : sample.objects()) {
        byte[] known = objects.isEmpty() ? head : new byte[0];
        Optional<ObjectRoom> room = outside ? rooms.lend(object.bytes()) : Optional.empty();
        room.ifPresent(lent::add);
        objects.add(room.isPresent() ? inRoom(object, known, room.get()) : inArray(object, known));
      }
      return new SourceBytes(objects, () -> giveBack(lent));
    } catch (IOException
        | UnusableSampleException
        | InterruptedException
        | RuntimeException
        | Error failure) {
      giveBack(lent);
      throw failure;
    }
  }

  private static void giveBack(List<ObjectRoom> lent) {
    lent.forEach(ObjectRoom::close);
  }

  private NamedBytes inRoom(SourceObject object, byte[] known, ObjectRoom room)
      throws IOException, UnusableSampleException, InterruptedException {
    ByteBuffer bytes = room.memory().asByteBuffer();
    bytes.put(0, known);
    if (known.length < object.bytes()) {
      reader.read(object, bytes, known.length);
    }
    return new NamedBytes(object.location().fileName(), room.memory());
  }

  private NamedBytes inArray(SourceObject object, byte[] known)
      throws IOException, UnusableSampleException, InterruptedException {
    byte[] bytes = known;
    if (known.length < object.bytes()) {
      headroom.makeFor(object.bytes());
      bytes = Arrays.copyOf(known, (int) object.bytes());
      reader.read(object, ByteBuffer.wrap(bytes), known.length);
    }
    return new NamedBytes(object.location().fileName(), bytes);
  }
}
