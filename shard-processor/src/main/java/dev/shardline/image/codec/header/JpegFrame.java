package dev.shardline.image.codec.header;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A JPEG's frame header (ITU-T T.81, B.2.2) and what its application markers say of its colours.
///
/// @param marker the second byte of the frame's marker: 0xC0 baseline, 0xC1 extended sequential,
///   0xC2 progressive
/// @param height rows
/// @param width columns
/// @param components the components in the order of the frame
/// @param jfif whether a JFIF marker is there
/// @param adobeTransform the transform byte of an Adobe marker
public record JpegFrame(
    int marker,
    int height,
    int width,
    List<Component> components,
    boolean jfif,
    OptionalInt adobeTransform) {
  /// The second byte of a baseline frame's marker.
  public static final int BASELINE = 0xC0;

  /// The second byte of the marker of an extended sequential frame.
  public static final int EXTENDED = 0xC1;

  private static final int PROGRESSIVE = 0xC2;
  private static final int JPEG_LS = 0xF7;

  public JpegFrame {
    components = List.copyOf(components);
  }

  /// One component of a frame.
  ///
  /// @param id its identifier
  /// @param horizontal its horizontal sampling factor, 1 to 4
  /// @param vertical its vertical sampling factor, 1 to 4
  /// @param quantisation the number of its quantisation table
  public record Component(int id, int horizontal, int vertical, int quantisation) {}

  /// What the components stand for.
  public enum Colours {
    GREY,
    RGB,
    YCBCR,
    CMYK,
    YCCK
  }

  /// Reads the frame of a file.
  ///
  /// @throws MalformedDataException if there is none, or it is of a process that is not read
  public static JpegFrame of(byte[] bytes) throws MalformedDataException {
    return JpegHeader.read(bytes);
  }

  /// Checks that the file's scans lead to its end-of-image marker.
  ///
  /// @throws MalformedDataException TRUNCATED if the file ends before it
  public static void requireEnd(byte[] bytes) throws MalformedDataException {
    JpegHeader.requireEnd(bytes);
  }

  /// What the components stand for, guessed as libjpeg's `default_decompress_parms` does.
  public Colours colours() {
    return switch (components.size()) {
      case 1 -> Colours.GREY;
      case 3 -> threeColours();
      default -> adobeTransform.orElse(0) == 0 ? Colours.CMYK : Colours.YCCK;
    };
  }

  private Colours threeColours() {
    if (jfif) {
      return Colours.YCBCR;
    }
    if (adobeTransform.isPresent()) {
      return adobeTransform.getAsInt() == 0 ? Colours.RGB : Colours.YCBCR;
    }
    boolean named =
        components.get(0).id() == 'R'
            && components.get(1).id() == 'G'
            && components.get(2).id() == 'B';
    return named ? Colours.RGB : Colours.YCBCR;
  }

  /// The header of the picture this frame gives; CMYK is decoded to red, green, blue.
  ImageHeader imageHeader() {
    return new ImageHeader(ImageFormat.JPEG, height, width, components.size() == 1 ? 1 : 3, 8, 1);
  }

  JpegFrame withColours(boolean hasJfif, OptionalInt transform) {
    return new JpegFrame(marker, height, width, components, hasJfif, transform);
  }

  static boolean startsWith(int marker) {
    boolean tables = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
    return (marker >= 0xC0 && marker <= 0xCF && !tables) || marker == JPEG_LS;
  }

  static JpegFrame read(HeaderBytes header, int marker, int content, int length)
      throws MalformedDataException {
    int precision = header.uint8("frame precision", content);
    requireProcess(marker, precision, content);
    int height = header.uint16("frame height", content + 1);
    int width = header.uint16("frame width", content + 3);
    int count = header.uint8("frame components", content + 5);
    if (length != 6 + 3 * count || count < 1 || count > 4 || count == 2) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "frame components",
          content + 5L,
          "1, 3 or 4 in a segment of 6 + 3n bytes",
          count + " in " + length + " bytes");
    }
    List<Component> components = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      components.add(component(header, content + 6 + 3 * i));
    }
    return new JpegFrame(marker, height, width, components, false, OptionalInt.empty());
  }

  private static Component component(HeaderBytes header, int place) throws MalformedDataException {
    int id = header.uint8("component", place);
    int sampling = header.uint8("sampling factors", place + 1);
    int horizontal = sampling >> 4;
    int vertical = sampling & 15;
    if (horizontal < 1 || horizontal > 4 || vertical < 1 || vertical > 4) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "sampling factors",
          place + 1L,
          "1 to 4 each",
          horizontal + " and " + vertical);
    }
    return new Component(id, horizontal, vertical, header.uint8("component", place + 2));
  }

  private static void requireProcess(int marker, int precision, int content)
      throws MalformedDataException {
    boolean known = marker == BASELINE || marker == EXTENDED || marker == PROGRESSIVE;
    if (!known || precision != 8) {
      throw new MalformedDataException(
          Reason.UNSUPPORTED,
          "frame",
          content,
          "8-bit baseline, extended or progressive JPEG with Huffman coding",
          precision + "-bit " + processName(marker));
    }
  }

  private static String processName(int marker) {
    return switch (marker) {
      case BASELINE -> "baseline JPEG";
      case EXTENDED -> "extended JPEG";
      case PROGRESSIVE -> "progressive JPEG";
      case 0xC3 -> "lossless JPEG";
      case 0xC5, 0xC6, 0xC7 -> "hierarchical JPEG";
      case JPEG_LS -> "JPEG-LS";
      default -> "arithmetic-coded JPEG";
    };
  }
}
