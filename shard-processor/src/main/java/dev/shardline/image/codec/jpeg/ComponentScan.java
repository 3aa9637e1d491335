package dev.shardline.image.codec.jpeg;

import java.util.Arrays;

/// One component while its scan is read: its tables, the coefficients of the block rows in hand,
/// and the plane of values that grows row by row.
final class ComponentScan {
  final int horizontal;
  final int vertical;
  final HuffmanTable dcTable;
  final HuffmanTable acTable;

  /// In zigzag order; places beyond the block, where only damaged runs lead, are zero.
  final int[] quantisation;

  /// The last block's first coefficient, before dequantisation.
  int prediction;

  private final int batches;
  private final int[][] coefficients;
  private final boolean[][] flat;
  private final byte[] plane;
  private final int stride;

  /// @param horizontal blocks of a group (MCU) along a row
  /// @param vertical blocks of a group along a column
  /// @param groups groups along a row
  /// @param groupRows rows of groups
  ComponentScan(
      int horizontal,
      int vertical,
      HuffmanTable dcTable,
      HuffmanTable acTable,
      int[] quantisation,
      int groups,
      int groupRows) {
    this.horizontal = horizontal;
    this.vertical = vertical;
    this.dcTable = dcTable;
    this.acTable = acTable;
    this.quantisation = Arrays.copyOf(quantisation, 64 + 16);
    this.batches = (groups * horizontal + ZigzagOrder.LANES - 1) / ZigzagOrder.LANES;
    this.coefficients = new int[vertical][batches * ZigzagOrder.BATCH];
    this.flat = new boolean[vertical][batches];
    this.stride = batches * ZigzagOrder.LANES * 8;
    this.plane = new byte[Math.multiplyExact(stride, groupRows * vertical * 8)];
  }

  /// Forgets the coefficients of the last row of groups.
  void startRow() {
    for (int row = 0; row < vertical; row++) {
      Arrays.fill(coefficients[row], 0);
      Arrays.fill(flat[row], true);
    }
  }

  /// Reads a block.
  ///
  /// @param row the block's row within the row of groups
  /// @param column the block's column
  void readBlock(BlockReader reader, int row, int column) throws DeclinedException {
    int batch = column / ZigzagOrder.LANES;
    int lane = batch * ZigzagOrder.BATCH + column % ZigzagOrder.LANES;
    if (reader.read(this, coefficients[row], lane)) {
      flat[row][batch] = false;
    }
  }

  /// Transforms the row of groups into values.
  void finishRow(InverseTransform transform, int groupRow) {
    for (int row = 0; row < vertical; row++) {
      int target = (groupRow * vertical + row) * 8 * stride;
      for (int batch = 0; batch < batches; batch++) {
        int source = batch * ZigzagOrder.BATCH;
        int place = target + batch * ZigzagOrder.LANES * 8;
        if (flat[row][batch]) {
          InverseTransform.spreadFlat(coefficients[row], source, plane, place, stride);
        } else {
          transform.apply(coefficients[row], source, plane, place, stride);
        }
      }
    }
  }

  /// The values, row by row.
  byte[] plane() {
    return plane;
  }

  /// Values from one row of the plane to the next.
  int stride() {
    return stride;
  }
}
