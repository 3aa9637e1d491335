package dev.shardline.image.codec.header;

import dev.shardline.failure.MalformedDataException;
import java.util.List;

/// The pages of a TIFF, in the order of its directories.
///
/// @param pages at least one
public record TiffPages(List<TiffPage> pages) {
  public TiffPages {
    pages = List.copyOf(pages);
  }

  /// Reads the pages of a file.
  public static TiffPages of(byte[] bytes) throws MalformedDataException {
    return TiffHeader.read(bytes, bytes.length);
  }

  /// The header of the first page.
  ImageHeader imageHeader() {
    return imageHeader(0);
  }

  /// The header of one page, counted from 0.
  public ImageHeader imageHeader(int number) {
    TiffPage page = pages.get(number);
    return new ImageHeader(
        ImageFormat.TIFF,
        page.height(),
        page.width(),
        page.channels(),
        Math.max(8, page.bits()),
        pages.size());
  }
}
