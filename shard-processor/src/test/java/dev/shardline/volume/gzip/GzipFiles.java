package dev.shardline.volume.gzip;

import dev.shardline.failure.MalformedDataException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Gzip files of several kinds of bytes.
final class GzipFiles {
  static final int KINDS = 5;

  private GzipFiles() {}

  static byte[] readAll(ByteFlow flow) throws MalformedDataException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[10_007];
    for (int count = flow.read(buffer, 0, buffer.length);
        count >= 0;
        count = flow.read(buffer, 0, buffer.length)) {
      all.write(buffer, 0, count);
    }
    return all.toByteArray();
  }

  static byte[] sample(int kind, int length) {
    Random random = new Random(kind * 1000L + length);
    byte[] data = new byte[length];
    for (int i = 0; i < length; i++) {
      data[i] =
          switch (kind) {
            case 0 -> (byte) random.nextInt();
            case 1 -> (byte) (random.nextGaussian() * 12);
            case 2 -> (byte) (i / 4000);
            case 3 -> (byte) ("a shard of a volume ".charAt(i % 20) + (i % 977 == 0 ? 1 : 0));
            default -> (byte) (random.nextInt(100) == 0 ? random.nextInt() : i % 7);
          };
    }
    return data;
  }

  static byte[] gzip(byte[] data, int level, int strategy) {
    Deflater deflater = new Deflater(level, true);
    deflater.setStrategy(strategy);
    deflater.setInput(data);
    deflater.finish();
    byte[] body = new byte[data.length + data.length / 100 + 1000];
    int length = 0;
    while (!deflater.finished()) {
      length += deflater.deflate(body, length, body.length - length);
    }
    deflater.end();
    CRC32 crc = new CRC32();
    crc.update(data);
    ByteBuffer trailer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    trailer.putInt((int) crc.getValue()).putInt(data.length);
    byte[] header = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};
    return concat(header, Arrays.copyOf(body, length), trailer.array());
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
