package dev.shardline.image.codec;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.image.codec.header.ImageHeader;
import java.util.OptionalInt;

/// How to decode a file.
///
/// @param page which picture of a file of several, from 0; empty refuses such a file
/// @param memoryLimit the most bytes that decoding may take at any one time
public record DecodeOptions(OptionalInt page, long memoryLimit) {
  /// Half a gibibyte: a 16-bit grey picture of 11,000 x 11,000, far above any slice and far below
  /// any decompression bomb. Fixed, so that the same files are refused on every machine.
  public static final long STANDARD_MEMORY_LIMIT = 512L << 20;

  /// One picture, the standard memory limit.
  public static final DecodeOptions STANDARD =
      new DecodeOptions(OptionalInt.empty(), STANDARD_MEMORY_LIMIT);

  public DecodeOptions {
    if (page.isPresent() && page.getAsInt() < 0) {
      throw new IllegalArgumentException("Pages count from 0, not " + page.getAsInt());
    }
    if (memoryLimit < 1) {
      throw new IllegalArgumentException("No picture fits into %d bytes".formatted(memoryLimit));
    }
  }

  /// The page to decode of a file.
  ///
  /// @throws MalformedDataException UNSUPPORTED if the file has several and none was chosen,
  ///   MALFORMED if it lacks the chosen one
  int pageOf(ImageHeader header) throws MalformedDataException {
    if (page.isEmpty() && header.pages() > 1) {
      throw new MalformedDataException(
          Reason.UNSUPPORTED,
          "pages",
          "one page, or a recipe that names the page to take",
          header.pages() + " pages");
    }
    int chosen = page.orElse(0);
    if (chosen >= header.pages()) {
      throw new MalformedDataException(
          Reason.MALFORMED, "pages", "a page " + chosen, header.pages() + " pages from 0");
    }
    return chosen;
  }

  /// @throws MalformedDataException TOO_LARGE if decoding a picture of this header would take more
  ///   than the limit
  public void requireFits(ImageHeader header) throws MalformedDataException {
    if (header.decodingBytes() > memoryLimit || header.pixelBytes() > Integer.MAX_VALUE - 64L) {
      throw new MalformedDataException(
          Reason.TOO_LARGE,
          "image size",
          "at most %d bytes of memory to decode".formatted(memoryLimit),
          "%d x %d pixels of %d channels, which take %d"
              .formatted(
                  header.width(), header.height(), header.channels(), header.decodingBytes()));
    }
  }
}
