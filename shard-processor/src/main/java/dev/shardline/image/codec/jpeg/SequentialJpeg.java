package dev.shardline.image.codec.jpeg;

import dev.shardline.image.codec.header.JpegFrame;
import java.util.List;
import java.util.Optional;

/// Decodes a sequential JPEG of one scan: grey of any declared sampling, or three components of
/// which the last two have all the columns and rows (4:4:4), half the columns (4:2:2) or half of
/// both (4:2:0).
public final class SequentialJpeg {
  private static final int END_OF_IMAGE = 0xD9;
  private static final int FIRST_RESTART = 0xD0;

  private final JpegFrame frame;
  private final ScanSetup setup;
  private final ComponentScan[] components;
  private final int groups;
  private final int groupRows;

  private SequentialJpeg(JpegFrame frame, ScanSetup setup) throws DeclinedException {
    this.frame = frame;
    this.setup = setup;
    int count = frame.components().size();
    JpegFrame.Component first = frame.components().getFirst();
    int horizontal = count == 1 ? 1 : first.horizontal();
    int vertical = count == 1 ? 1 : first.vertical();
    this.groups = (frame.width() + 8 * horizontal - 1) / (8 * horizontal);
    this.groupRows = (frame.height() + 8 * vertical - 1) / (8 * vertical);
    this.components = new ComponentScan[count];
    for (int i = 0; i < count; i++) {
      components[i] = component(i, i == 0 ? horizontal : 1, i == 0 ? vertical : 1);
    }
  }

  private ComponentScan component(int i, int horizontal, int vertical) throws DeclinedException {
    return new ComponentScan(
        horizontal,
        vertical,
        setup.dcTable(i),
        setup.acTable(i),
        setup.quantisation(frame.components().get(i).quantisation()),
        groups,
        groupRows);
  }

  /// The components of a file, interleaved, `height * width * components` values in rows from top
  /// to bottom; empty if the file is not of this kind or looks damaged.
  ///
  /// @param frame the file's frame, of at least one row and column
  public static Optional<byte[]> decode(byte[] file, JpegFrame frame) {
    if (!isSequential(frame) || !isSampledPlainly(frame)) {
      return Optional.empty();
    }
    try {
      ScanSetup setup = ScanSetup.read(file);
      setup.requireWholeScan(
          frame.components().stream().mapToInt(JpegFrame.Component::id).toArray());
      SequentialJpeg jpeg = new SequentialJpeg(frame, setup);
      jpeg.readScan(new EntropyData(file, setup.dataStart(frame.components().size())));
      return Optional.of(jpeg.interleaved());
    } catch (DeclinedException e) {
      return Optional.empty();
    }
  }

  private static boolean isSequential(JpegFrame frame) {
    return frame.marker() == JpegFrame.BASELINE || frame.marker() == JpegFrame.EXTENDED;
  }

  private static boolean isSampledPlainly(JpegFrame frame) {
    List<JpegFrame.Component> components = frame.components();
    if (components.size() == 1) {
      return true;
    }
    JpegFrame.Component first = components.getFirst();
    boolean plain =
        components.size() == 3
            && (first.horizontal() == 1 && first.vertical() == 1
                || first.horizontal() == 2 && first.vertical() <= 2);
    return plain
        && components.stream().skip(1).allMatch(one -> one.horizontal() == 1 && one.vertical() == 1)
        && (first.horizontal() == 1 || frame.width() > 4);
  }

  private void readScan(EntropyData data) throws DeclinedException {
    BlockReader reader = new BlockReader(data);
    reader.startSegment();
    InverseTransform transform = InverseTransform.create();
    int untilRestart = setup.restartInterval();
    int restarts = 0;
    for (int row = 0; row < groupRows; row++) {
      for (ComponentScan component : components) {
        component.startRow();
      }
      for (int column = 0; column < groups; column++) {
        if (setup.restartInterval() != 0 && untilRestart-- == 0) {
          restart(data, reader, restarts++);
          untilRestart = setup.restartInterval() - 1;
        }
        readGroup(reader, column);
      }
      for (ComponentScan component : components) {
        component.finishRow(transform, row);
      }
    }
    DeclinedException.unless(data.marker() == END_OF_IMAGE, "more scans");
  }

  private void restart(EntropyData data, BlockReader reader, int restarts)
      throws DeclinedException {
    DeclinedException.unless(data.marker() == FIRST_RESTART + restarts % 8, "lost a restart");
    reader.startSegment();
    for (ComponentScan component : components) {
      component.prediction = 0;
    }
  }

  private void readGroup(BlockReader reader, int column) throws DeclinedException {
    for (ComponentScan component : components) {
      for (int y = 0; y < component.vertical; y++) {
        for (int x = 0; x < component.horizontal; x++) {
          component.readBlock(reader, y, column * component.horizontal + x);
        }
      }
    }
  }

  private byte[] interleaved() {
    int height = frame.height();
    int width = frame.width();
    ComponentScan luma = components[0];
    if (components.length == 1) {
      return cut(luma, height, width);
    }
    ChromaRows blue = new ChromaRows(components[1], luma, height, width);
    ChromaRows red = new ChromaRows(components[2], luma, height, width);
    byte[] pixels = new byte[3 * height * width];
    for (int y = 0; y < height; y++) {
      interleave(
          luma.plane(), y * luma.stride(), blue.row(y), red.row(y), pixels, 3 * y * width, width);
    }
    return pixels;
  }

  private static byte[] cut(ComponentScan component, int height, int width) {
    if (component.stride() == width && component.plane().length == height * width) {
      return component.plane();
    }
    byte[] pixels = new byte[height * width];
    for (int y = 0; y < height; y++) {
      System.arraycopy(component.plane(), y * component.stride(), pixels, y * width, width);
    }
    return pixels;
  }

  private static void interleave(
      byte[] luma, int source, byte[] blue, byte[] red, byte[] pixels, int target, int width) {
    for (int x = 0, place = target; x < width; x++, place += 3) {
      pixels[place] = luma[source + x];
      pixels[place + 1] = blue[x];
      pixels[place + 2] = red[x];
    }
  }
}
