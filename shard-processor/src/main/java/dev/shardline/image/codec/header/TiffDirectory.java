package dev.shardline.image.codec.header;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;

/// One image file directory of a TIFF: looks tags up and checks what they say.
final class TiffDirectory {
  private static final int IMAGE_WIDTH = 256;
  private static final int IMAGE_LENGTH = 257;
  private static final int BITS_PER_SAMPLE = 258;
  private static final int COMPRESSION = 259;
  private static final int PHOTOMETRIC = 262;
  private static final int STRIP_OFFSETS = 273;
  private static final int SAMPLES_PER_PIXEL = 277;
  private static final int STRIP_BYTE_COUNTS = 279;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTE_COUNTS = 325;
  private static final int SAMPLE_FORMAT = 339;
  private static final int ENTRY_BYTES = 12;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final long ABSENT = -1;

  private final HeaderBytes header;
  private final long first;
  private final int entries;

  TiffDirectory(HeaderBytes header, long first, int entries) {
    this.header = header;
    this.first = first;
    this.entries = entries;
  }

  /// @throws MalformedDataException if a needed tag is missing or wrong, or pixel data lies beyond
  ///   the end of the file
  TiffPage page() throws MalformedDataException {
    int samples = number("SamplesPerPixel", SAMPLES_PER_PIXEL, 1);
    if (samples < 1 || samples > 4) {
      throw new MalformedDataException(
          Reason.UNSUPPORTED, "SamplesPerPixel", "1 to 4", Integer.toString(samples));
    }
    requireData(STRIP_OFFSETS, STRIP_BYTE_COUNTS);
    requireData(TILE_OFFSETS, TILE_BYTE_COUNTS);
    TiffPage page =
        new TiffPage(
            number("ImageLength", IMAGE_LENGTH, 0),
            number("ImageWidth", IMAGE_WIDTH, 0),
            bits(),
            samples,
            number("Compression", COMPRESSION, 1),
            number("PhotometricInterpretation", PHOTOMETRIC, TiffPage.BLACK_IS_ZERO),
            number("SampleFormat", SAMPLE_FORMAT, TiffPage.UNSIGNED));
    page.requireSupported();
    return page;
  }

  private int bits() throws MalformedDataException {
    long entry = entry(BITS_PER_SAMPLE);
    if (entry == ABSENT) {
      return 1;
    }
    long count = count(entry);
    int bits = (int) value(entry, 0);
    for (long i = 1; i < Math.min(count, 4); i++) {
      if (value(entry, i) != bits) {
        throw new MalformedDataException(
            Reason.UNSUPPORTED, "BitsPerSample", "the same for all samples", "different ones");
      }
    }
    return bits;
  }

  /// Checks that every strip or tile lies inside the file.
  private void requireData(int offsetsTag, int countsTag) throws MalformedDataException {
    long offsets = entry(offsetsTag);
    long counts = entry(countsTag);
    if (offsets == ABSENT || counts == ABSENT) {
      return;
    }
    for (long i = 0; i < Math.min(count(offsets), count(counts)); i++) {
      header.requireInFile("pixel data", value(offsets, i), value(counts, i));
    }
  }

  private int number(String field, int tag, int absent) throws MalformedDataException {
    long entry = entry(tag);
    if (entry == ABSENT) {
      return absent;
    }
    long value = value(entry, 0);
    if (value > Integer.MAX_VALUE) {
      throw new MalformedDataException(
          Reason.MALFORMED, field, entry, "at most " + Integer.MAX_VALUE, Long.toString(value));
    }
    return (int) value;
  }

  private long entry(int tag) throws MalformedDataException {
    for (int i = 0; i < entries; i++) {
      long place = first + (long) i * ENTRY_BYTES;
      if (header.uint16("tag", place) == tag) {
        return place;
      }
    }
    return ABSENT;
  }

  private long count(long entry) throws MalformedDataException {
    return header.uint32("value count", entry + 4);
  }

  /// The i-th value of an entry of type SHORT or LONG; small values lie in the entry itself.
  private long value(long entry, long i) throws MalformedDataException {
    int type = header.uint16("value type", entry + 2);
    if (type != SHORT && type != LONG || i >= count(entry)) {
      throw new MalformedDataException(
          Reason.MALFORMED, "tag value", entry, "SHORT or LONG values", "type " + type);
    }
    int bytes = type == SHORT ? 2 : 4;
    long place = count(entry) * bytes <= 4 ? entry + 8 : header.uint32("value offset", entry + 8);
    return type == SHORT
        ? header.uint16("tag value", place + i * bytes)
        : header.uint32("tag value", place + i * bytes);
  }
}
