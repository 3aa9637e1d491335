package dev.shardline.image.codec.header;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads a classic TIFF's chain of image file directories (TIFF 6.0, section 2).
final class TiffHeader {
  private static final int CLASSIC = 42;
  private static final int BIG = 43;
  private static final int ENTRY_BYTES = 12;
  private static final int MOST_PAGES = 65_535;

  private TiffHeader() {}

  static boolean hasSignature(byte[] bytes) {
    return Signature.at(bytes, 0, 'I', 'I', CLASSIC, 0)
        || Signature.at(bytes, 0, 'M', 'M', 0, CLASSIC)
        || Signature.at(bytes, 0, 'I', 'I', BIG, 0)
        || Signature.at(bytes, 0, 'M', 'M', 0, BIG);
  }

  /// All pages of a file.
  static TiffPages read(byte[] head, long fileLength) throws MalformedDataException {
    ByteOrder order = head[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    HeaderBytes header = new HeaderBytes(head, fileLength, order);
    if (header.uint16("version", 2) == BIG) {
      throw new MalformedDataException(
          Reason.UNSUPPORTED, "version", 2, "classic TIFF (42)", "BigTIFF (43)");
    }
    List<TiffPage> pages = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    long directory = header.uint32("first directory", 4);
    while (directory != 0) {
      requireForward(seen.add(directory) && pages.size() < MOST_PAGES, directory);
      int entries = header.uint16("directory entries", directory);
      header.require("directory", directory, 2L + (long) entries * ENTRY_BYTES + 4);
      pages.add(new TiffDirectory(header, directory + 2, entries).page());
      directory = header.uint32("next directory", directory + 2 + (long) entries * ENTRY_BYTES);
    }
    requireForward(!pages.isEmpty(), 4);
    return new TiffPages(pages);
  }

  private static void requireForward(boolean forward, long place) throws MalformedDataException {
    if (!forward) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "directory chain",
          place,
          "between 1 and %d directories, each once".formatted(MOST_PAGES),
          "none, too many or a circle");
    }
  }
}
