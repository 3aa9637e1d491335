package dev.shardline.volume.geometry;

import dev.shardline.volume.Axis;

/// The planes in which slices are looked at, with the directions of a slice's columns and rows.
/// Rows always run from the top of the picture downwards.
public enum Plane {
  /// From above the head: columns to the patient's right, the front at the top.
  AXIAL(Axis.X, Axis.Y, Axis.Z),
  /// From behind: columns to the patient's right, the top of the head at the top.
  CORONAL(Axis.X, Axis.Z, Axis.Y),
  /// From the patient's right: columns to the front, the top of the head at the top.
  SAGITTAL(Axis.Y, Axis.Z, Axis.X);

  private final Axis columns;
  private final Axis rows;
  private final Axis normal;

  Plane(Axis columns, Axis rows, Axis normal) {
    this.columns = columns;
    this.rows = rows;
    this.normal = normal;
  }

  /// The canonical axis along which columns lie.
  public Axis columns() {
    return columns;
  }

  /// The canonical axis along which rows lie, the last index at the top.
  public Axis rows() {
    return rows;
  }

  /// The canonical axis that slices follow each other along.
  public Axis normal() {
    return normal;
  }
}
