package dev.shardline.build;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The rows of samples, which come in the order of the catalog, set aside by part in one temporary
/// file: a part's rows are then together, and only their order in the part is left to be made. Each
/// sample's rows stand behind their length, an `int`, the most significant byte first. Filled by
/// one thread; read by many afterwards.
final class PartSpill implements AutoCloseable {
  private static final String NAME = "rows.tmp";
  private static final int CHUNK = 1 << 14;
  private static final int LENGTH = Integer.BYTES;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private record Chunk(long offset, int length) {}

  private final FileChannel file;
  private final byte[][] buffers;
  private final int[] used;
  private final long[] bytes;
  private final List<List<Chunk>> chunks = new ArrayList<>();
  private long end;

  /// @param folder where the file is made; it is gone when this is closed
  PartSpill(Path folder, int parts) throws IOException {
    file =
        FileChannel.open(
            folder.resolve(NAME),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    buffers = new byte[parts][];
    used = new int[parts];
    bytes = new long[parts];
    for (int part = 0; part < parts; part++) {
      chunks.add(new ArrayList<>());
    }
  }

  /// Sets a sample's rows aside.
  ///
  /// @param from where in `text` they begin; they end where `text` ends
  /// @return where in the part's bytes their length stands
  long add(int part, TextBuffer text, int from) throws IOException {
    long place = bytes[part];
    int length = text.length() - from;
    bytes[part] += LENGTH + length;
    if (buffers[part] == null) {
      buffers[part] = new byte[CHUNK];
    }
    if (LENGTH + length > CHUNK - used[part]) {
      flush(part);
    }
    INT.set(buffers[part], used[part], length);
    used[part] += LENGTH;
    if (LENGTH + length > CHUNK) {
      flush(part);
      write(part, ByteBuffer.wrap(text.bytes(), from, length));
    } else {
      System.arraycopy(text.bytes(), from, buffers[part], used[part], length);
      used[part] += length;
    }
    return place;
  }

  private void flush(int part) throws IOException {
    write(part, ByteBuffer.wrap(buffers[part], 0, used[part]));
    used[part] = 0;
  }

  private void write(int part, ByteBuffer text) throws IOException {
    if (text.hasRemaining()) {
      chunks.get(part).add(new Chunk(end, text.remaining()));
      while (text.hasRemaining()) {
        end += file.write(text, end);
      }
    }
  }

  /// How many bytes a part has, its rows and their lengths.
  long bytes(int part) {
    return bytes[part];
  }

  /// Where in a part's bytes the rows of a sample begin.
  ///
  /// @param place as [#add] gave it
  static int start(int place) {
    return place + LENGTH;
  }

  /// How long the rows of a sample are.
  ///
  /// @param bytes all of the part, as [#read] gives them
  /// @param place as [#add] gave it
  static int length(byte[] bytes, int place) {
    return (int) INT.get(bytes, place);
  }

  /// Reads all bytes of a part, in the order in which they came.
  ///
  /// @param into has room for [#bytes(int)]
  void read(int part, byte[] into) throws IOException {
    ByteBuffer text = ByteBuffer.wrap(into);
    for (Chunk chunk : chunks.get(part)) {
      text.limit(text.position() + chunk.length);
      for (long place = chunk.offset; text.hasRemaining(); ) {
        int read = file.read(text, place);
        if (read < 0) {
          throw new IOException("The temporary file of rows ends too early");
        }
        place += read;
      }
    }
    if (used[part] > 0) {
      text.limit(text.capacity()).put(buffers[part], 0, used[part]);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
