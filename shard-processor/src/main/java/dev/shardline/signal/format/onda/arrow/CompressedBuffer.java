package dev.shardline.signal.format.onda.arrow;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;

/// A buffer as a compressed record batch stores it: its true length, or -1 where it is stored as it
/// is, and then a zstd or LZ4 frame.
///
/// @param codec a [CompressionType]
/// @param largest bytes that a buffer may have
record CompressedBuffer(byte codec, long largest) {
  ByteBuffer plain(ByteBuffer stored) throws BrokenArrow {
    if (stored.remaining() < Long.BYTES) {
      throw new BrokenArrow("buffer", Long.BYTES + " bytes", stored.remaining() + " bytes");
    }
    long length = stored.getLong(0);
    ByteBuffer content = stored.slice(Long.BYTES, stored.remaining() - Long.BYTES);
    if (length == -1) {
      return content.order(ByteOrder.LITTLE_ENDIAN);
    }
    if (length < 0 || length > largest) {
      throw new BrokenArrow("compressed buffer", "at most " + largest + " bytes", "" + length);
    }
    byte[] frame = new byte[content.remaining()];
    content.get(frame);
    return ByteBuffer.wrap(plain(frame, (int) length)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private byte[] plain(byte[] frame, int length) throws BrokenArrow {
    return switch (codec) {
      case CompressionType.ZSTD -> unzstd(frame, length);
      case CompressionType.LZ4_FRAME -> unlz4(frame, length);
      default -> throw new BrokenArrow("compression", "zstd, LZ4 or none", "codec " + codec);
    };
  }

  private static byte[] unzstd(byte[] frame, int length) throws BrokenArrow {
    try {
      return Zstd.decompress(frame, length);
    } catch (ZstdException broken) {
      throw new BrokenArrow("compressed buffer", "a zstd frame", "" + broken.getMessage());
    }
  }

  private static byte[] unlz4(byte[] frame, int length) throws BrokenArrow {
    try (var content = new FramedLZ4CompressorInputStream(new ByteArrayInputStream(frame))) {
      return content.readNBytes(length);
    } catch (IOException | IllegalArgumentException broken) {
      throw new BrokenArrow("compressed buffer", "an LZ4 frame", "" + broken.getMessage());
    }
  }
}
