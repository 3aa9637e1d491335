package dev.shardline.volume.gzip;

/// The bytes of an uncompressed file.
final class PlainFlow implements ByteFlow {
  private final byte[] bytes;
  private int position;

  PlainFlow(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read(byte[] into, int at, int length) {
    int count = Math.min(length, bytes.length - position);
    if (count == 0 && length > 0) {
      return -1;
    }
    System.arraycopy(bytes, position, into, at, count);
    position += count;
    return count;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public long longestPossible() {
    return bytes.length;
  }

  @Override
  public void drain(long limit) {
    position = (int) Math.min(bytes.length, position + limit);
  }
}
