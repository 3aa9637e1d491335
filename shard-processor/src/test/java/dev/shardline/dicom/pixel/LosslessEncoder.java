package dev.shardline.dicom.pixel;

import java.io.ByteArrayOutputStream;

/// Encodes lossless JPEG of one component for tests, with five bits for each category.
final class LosslessEncoder {
  private final int precision;
  private final int predictor;
  private final int pointTransform;
  private final int rowsBetween;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int buffer;
  private int buffered;

  LosslessEncoder(int precision, int predictor, int pointTransform, int rowsBetween) {
    this.precision = precision;
    this.predictor = predictor;
    this.pointTransform = pointTransform;
    this.rowsBetween = rowsBetween;
  }

  byte[] encode(int[] values, int rows, int columns) {
    bytes(0xFF, 0xD8);
    bytes(0xFF, 0xC3, 0, 11, precision, rows >> 8, rows, columns >> 8, columns, 1, 1, 0x11, 0);
    bytes(0xFF, 0xC4, 0, 19 + 17, 0, 0, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    for (int category = 0; category <= 16; category++) {
      out.write(category);
    }
    if (rowsBetween > 0) {
      int interval = rowsBetween * columns;
      bytes(0xFF, 0xDD, 0, 4, interval >> 8, interval);
    }
    bytes(0xFF, 0xDA, 0, 8, 1, 1, 0, predictor, 0, pointTransform);
    for (int row = 0; row < rows; row++) {
      boolean restarted = rowsBetween > 0 && row > 0 && row % rowsBetween == 0;
      if (restarted) {
        flush();
        bytes(0xFF, 0xD0 + (row / rowsBetween - 1) % 8);
      }
      for (int column = 0; column < columns; column++) {
        int at = row * columns + column;
        int predicted = predicted(values, at, columns, row == 0 || restarted, column == 0);
        difference((short) ((values[at] >> pointTransform) - predicted));
      }
    }
    flush();
    bytes(0xFF, 0xD9);
    return out.toByteArray();
  }

  private int predicted(int[] values, int at, int columns, boolean firstRow, boolean firstColumn) {
    if (firstRow) {
      return firstColumn ? 1 << precision - pointTransform - 1 : values[at - 1] >> pointTransform;
    }
    int above = values[at - columns] >> pointTransform;
    if (firstColumn) {
      return above;
    }
    int left = values[at - 1] >> pointTransform;
    int corner = values[at - columns - 1] >> pointTransform;
    return switch (predictor) {
      case 1 -> left;
      case 2 -> above;
      case 3 -> corner;
      case 4 -> left + above - corner;
      case 5 -> left + (above - corner >> 1);
      case 6 -> above + (left - corner >> 1);
      case 7 -> left + above >> 1;
      default -> throw new IllegalArgumentException("No predictor " + predictor);
    };
  }

  private void difference(short difference) {
    if (difference == Short.MIN_VALUE) {
      bits(16, 5);
      return;
    }
    int category = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(difference));
    bits(category, 5);
    int value = difference < 0 ? difference + (1 << category) - 1 : difference;
    bits(value, category);
  }

  private void bits(int value, int count) {
    for (int bit = count - 1; bit >= 0; bit--) {
      buffer = buffer << 1 | value >> bit & 1;
      if (++buffered == Byte.SIZE) {
        out.write(buffer);
        if ((buffer & 0xFF) == 0xFF) {
          out.write(0);
        }
        buffer = 0;
        buffered = 0;
      }
    }
  }

  private void flush() {
    while (buffered != 0) {
      bits(1, 1);
    }
  }

  private void bytes(int... values) {
    for (int value : values) {
      out.write(value);
    }
  }
}
