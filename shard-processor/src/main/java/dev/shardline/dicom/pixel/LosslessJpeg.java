package dev.shardline.dicom.pixel;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;

/// Decodes lossless JPEG of one component (ITU-T T.81, annex H; process 14, all predictors, 2 to 16
/// bits).
final class LosslessJpeg {
  private final LosslessHeader header;
  private final int[] values;
  private final int columns;

  private LosslessJpeg(LosslessHeader header) {
    this.header = header;
    this.columns = header.columns();
    this.values = new int[header.rows() * columns];
  }

  /// The values of a frame, row by row.
  ///
  /// @throws MalformedDataException if the data is damaged or of another size
  static int[] decode(byte[] frame, int rows, int columns) throws MalformedDataException {
    LosslessHeader header = LosslessHeader.read(frame);
    if (header.rows() != rows || header.columns() != columns) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "JPEG frame",
          "%d x %d pixels as the data set says".formatted(rows, columns),
          "%d x %d".formatted(header.rows(), header.columns()));
    }
    int interval = header.restartInterval();
    if (interval % columns != 0) {
      throw new MalformedDataException(
          Reason.MALFORMED, "restart interval", "whole rows of " + columns, interval + "");
    }
    LosslessJpeg jpeg = new LosslessJpeg(header);
    jpeg.read(new LosslessBits(frame, header.dataStart()));
    return jpeg.finished();
  }

  private void read(LosslessBits bits) throws MalformedDataException {
    HuffmanCodes codes = header.table();
    int rowsBetween = header.restartInterval() / columns;
    for (int row = 0; row < header.rows(); row++) {
      boolean restarted = rowsBetween != 0 && row != 0 && row % rowsBetween == 0;
      if (restarted) {
        bits.restart(row / rowsBetween - 1);
      }
      if (row == 0 || restarted) {
        readFirstRow(bits, codes, row * columns);
      } else {
        readRow(bits, codes, row * columns);
      }
    }
  }

  private void readFirstRow(LosslessBits bits, HuffmanCodes codes, int start)
      throws MalformedDataException {
    int left = 1 << header.precision() - header.pointTransform() - 1;
    for (int at = start; at < start + columns; at++) {
      left = left + bits.difference(codes) & 0xFFFF;
      values[at] = left;
    }
  }

  private void readRow(LosslessBits bits, HuffmanCodes codes, int start)
      throws MalformedDataException {
    int predictor = header.predictor();
    values[start] = values[start - columns] + bits.difference(codes) & 0xFFFF;
    for (int at = start + 1; at < start + columns; at++) {
      int predicted =
          predicted(predictor, values[at - 1], values[at - columns], values[at - columns - 1]);
      values[at] = predicted + bits.difference(codes) & 0xFFFF;
    }
  }

  /// Table H.1.
  private static int predicted(int predictor, int left, int above, int corner) {
    return switch (predictor) {
      case 1 -> left;
      case 2 -> above;
      case 3 -> corner;
      case 4 -> left + above - corner;
      case 5 -> left + (above - corner >> 1);
      case 6 -> above + (left - corner >> 1);
      default -> left + above >> 1;
    };
  }

  private int[] finished() throws MalformedDataException {
    int transform = header.pointTransform();
    if (transform != 0) {
      for (int i = 0; i < values.length; i++) {
        values[i] <<= transform;
      }
    }
    return values;
  }
}
