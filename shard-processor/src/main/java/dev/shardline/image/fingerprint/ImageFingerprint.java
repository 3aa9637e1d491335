package dev.shardline.image.fingerprint;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.image.Image;
import java.util.OptionalDouble;

/// What is kept of a picture to find its copies.
public final class ImageFingerprint {
  /// The correlation from which on two pictures count as copies.
  public static final double COPY_CORRELATION = 0.99;

  private final Thumbnail thumbnail;
  private final long[] keys;

  private ImageFingerprint(Thumbnail thumbnail, long[] keys) {
    this.thumbnail = thumbnail;
    this.keys = keys;
  }

  /// The fingerprint of a picture.
  ///
  /// @throws MalformedDataException NOT_FINITE
  public static ImageFingerprint of(Image image) throws MalformedDataException {
    return of(Thumbnail.of(image));
  }

  /// The fingerprint of a picture with this thumbnail.
  public static ImageFingerprint of(Thumbnail thumbnail) {
    return new ImageFingerprint(thumbnail, CandidateKeys.of(thumbnail));
  }

  /// How alike two pictures are, if they are copies: at least [#COPY_CORRELATION].
  public static OptionalDouble confirm(Thumbnail first, Thumbnail second) {
    double correlation = first.correlation(second);
    return correlation >= COPY_CORRELATION
        ? OptionalDouble.of(Math.min(1, correlation))
        : OptionalDouble.empty();
  }

  public Thumbnail thumbnail() {
    return thumbnail;
  }

  /// Keys of which two copies share at least one, sorted; a copy. A constant picture has none.
  public long[] keys() {
    return keys.clone();
  }
}
