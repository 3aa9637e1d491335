package dev.shardline.image.codec;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.image.Image;

/// From a file's bytes to a picture. Every decoder of a format gives the same pixels.
///
/// Implementations hold no state between calls and may be used by many threads at once; they read
/// `bytes` and keep nothing of it.
public interface ImageDecoder {
  /// Decodes one picture.
  ///
  /// Greys have 1 channel, colours 3, either with alpha one more; palettes and CMYK become red,
  /// green, blue. Depths up to 8 bits give 8-bit values stretched to 0 to 255, 16 bits stay 16
  /// bits, floating point stays float32. Orientation tags (EXIF, TIFF), embedded colour profiles,
  /// gamma and PNG's transparency chunk are not applied, as Pillow's `open` does not apply them.
  ///
  /// @throws MalformedDataException EMPTY, TRUNCATED, MALFORMED, UNSUPPORTED, or TOO_LARGE before
  ///   anything is decoded
  Image decode(byte[] bytes, DecodeOptions options) throws MalformedDataException;
}
