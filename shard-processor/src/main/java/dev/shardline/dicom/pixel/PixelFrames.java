package dev.shardline.dicom.pixel;

import dev.shardline.dicom.DicomDataSet;
import dev.shardline.dicom.DicomElement;
import dev.shardline.dicom.DicomTag;
import dev.shardline.dicom.TransferSyntax;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.image.codec.Jpeg2000;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The grey frames of a data set as their stored values, before any rescaling. Native, deflated,
/// RLE, JPEG of 8 bits, JPEG Lossless and JPEG 2000; equal to pydicom's with pylibjpeg. Immutable;
/// safe to share.
public final class PixelFrames {
  /// What a compressed frame may be larger than its bytes; empty pictures compress best, in JPEG
  /// 2000 to about a thousandth.
  private static final long LARGEST_RATIO = 1 << 13;

  private static final long ALWAYS_ALLOWED = 1 << 20;

  private final DicomDataSet data;
  private final PixelFormat format;
  private final DicomElement pixels;
  private final @Nullable EncapsulatedFrames encapsulated;

  private PixelFrames(
      DicomDataSet data,
      PixelFormat format,
      DicomElement pixels,
      @Nullable EncapsulatedFrames encapsulated) {
    this.data = data;
    this.format = format;
    this.pixels = pixels;
    this.encapsulated = encapsulated;
  }

  /// Checks that the file can hold the pixels it claims, before memory is taken for them.
  ///
  /// @throws MalformedDataException if it cannot, or if its encoding is not read
  public static PixelFrames of(DicomDataSet data) throws MalformedDataException {
    requireRead(data.syntax());
    PixelFormat format = PixelFormat.of(data);
    DicomElement pixels =
        data.element(DicomTag.PIXEL_DATA)
            .orElseThrow(() -> data.missing(DicomTag.PIXEL_DATA, "pixels"));
    boolean isNative = data.syntax().isNative();
    EncapsulatedFrames frames = isNative ? null : EncapsulatedFrames.of(data, format.frames());
    requireRoom(format, pixels, Optional.ofNullable(frames));
    return new PixelFrames(data, format, pixels, frames);
  }

  private static void requireRead(TransferSyntax syntax) throws MalformedDataException {
    switch (syntax) {
      case IMPLICIT_LITTLE_ENDIAN,
          EXPLICIT_LITTLE_ENDIAN,
          DEFLATED,
          EXPLICIT_BIG_ENDIAN,
          RLE,
          JPEG_BASELINE,
          JPEG_EXTENDED,
          JPEG_LOSSLESS,
          JPEG_LOSSLESS_SV1,
          JPEG_2000_LOSSLESS,
          JPEG_2000 -> {}
      case JPEG_LS_LOSSLESS, JPEG_LS_NEAR_LOSSLESS ->
          throw new MalformedDataException(
              Reason.UNSUPPORTED,
              "TransferSyntaxUID",
              "uncompressed, RLE, JPEG, JPEG Lossless or JPEG 2000 pixels",
              syntax.name());
    }
  }

  private static void requireRoom(
      PixelFormat format, DicomElement pixels, Optional<EncapsulatedFrames> encapsulated)
      throws MalformedDataException {
    long count = format.pixels() * format.frames();
    long needed = count * format.bytesPerPixel();
    boolean fits =
        encapsulated.isEmpty()
            ? needed <= pixels.length()
            : count <= ALWAYS_ALLOWED + LARGEST_RATIO * encapsulated.get().bytes();
    if (!fits || format.pixels() > Integer.MAX_VALUE / 4) {
      throw new MalformedDataException(
          Reason.TRUNCATED,
          DicomTag.PIXEL_DATA.keyword(),
          pixels.offset(),
          "%d bytes for %d x %d x %d"
              .formatted(needed, format.rows(), format.columns(), format.frames()),
          encapsulated.map(EncapsulatedFrames::bytes).orElse((long) pixels.length()) + "");
    }
  }

  public PixelFormat format() {
    return format;
  }

  /// The stored values of a frame, row by row, in an array of the caller's own.
  ///
  /// @param frame from 0
  /// @throws MalformedDataException if the frame's data is damaged, or contradicts the data set
  public int[] read(int frame) throws MalformedDataException {
    return switch (data.syntax()) {
      case IMPLICIT_LITTLE_ENDIAN, EXPLICIT_LITTLE_ENDIAN, DEFLATED, EXPLICIT_BIG_ENDIAN ->
          plain(data.bytes(), nativeOffset(frame), data.order());
      case RLE ->
          plain(
              RleFrame.decode(compressed(frame), (int) format.pixels(), format.bytesPerPixel()),
              0,
              ByteOrder.LITTLE_ENDIAN);
      case JPEG_BASELINE, JPEG_EXTENDED -> cut(JpegFrames.decode(compressed(frame), format));
      case JPEG_LOSSLESS, JPEG_LOSSLESS_SV1 ->
          cut(LosslessJpeg.decode(compressed(frame), format.rows(), format.columns()));
      case JPEG_2000_LOSSLESS, JPEG_2000 ->
          cut(Jpeg2000.decode(compressed(frame), format.rows(), format.columns()));
      case JPEG_LS_LOSSLESS, JPEG_LS_NEAR_LOSSLESS ->
          throw new IllegalStateException("Refused before: " + data.syntax());
    };
  }

  private int nativeOffset(int frame) {
    return Math.toIntExact(pixels.offset() + frame * format.pixels() * format.bytesPerPixel());
  }

  private byte[] compressed(int frame) {
    if (encapsulated == null) {
      throw new IllegalStateException("Native pixels have no fragments");
    }
    return encapsulated.frame(frame);
  }

  private int[] plain(byte[] bytes, int offset, ByteOrder order) {
    int[] values = new int[(int) format.pixels()];
    MemorySegment segment = MemorySegment.ofArray(bytes);
    ValueLayout.OfShort shorts = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order);
    boolean wide = format.allocated() == Short.SIZE;
    for (int i = 0; i < values.length; i++) {
      int bits = wide ? segment.get(shorts, offset + 2L * i) : bytes[offset + i];
      values[i] = format.value(bits, format.highBit());
    }
    return values;
  }

  /// Decoders give values in the lowest bits, whatever the high bit says.
  private int[] cut(int[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = format.value(values[i], format.stored() - 1);
    }
    return values;
  }
}
