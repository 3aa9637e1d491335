package dev.shardline.volume.probe;

import dev.shardline.digest.Digest;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.geometry.Reorientation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The digest of a volume's values as they lie in canonical orientation (RAS): SHA-256 over the
/// shape and, x fastest, every value as little-endian float32. Format, compression, storage order,
/// number type, spacing and position do not enter.
final class VolumeDigest {
  private VolumeDigest() {}

  static byte[] of(Volume volume) {
    Volume canonical = Reorientation.toCanonical(volume);
    VolumeShape shape = canonical.shape();
    MessageDigest digest = Digest.sha256();
    digest.update(shape.toString().getBytes(StandardCharsets.US_ASCII));
    float[] row = new float[shape.x()];
    ByteBuffer bytes = ByteBuffer.allocate(row.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int t = 0; t < shape.timePoints(); t++) {
      for (int z = 0; z < shape.z(); z++) {
        for (int y = 0; y < shape.y(); y++) {
          canonical.readRow(y, z, t, row, 0);
          update(digest, row, bytes);
        }
      }
    }
    return digest.digest();
  }

  private static void update(MessageDigest digest, float[] row, ByteBuffer bytes) {
    bytes.clear();
    for (float value : row) {
      bytes.putFloat(value + 0f); // one zero for both signs
    }
    digest.update(bytes.flip());
  }
}
