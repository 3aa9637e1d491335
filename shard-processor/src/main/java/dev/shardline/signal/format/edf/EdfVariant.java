package dev.shardline.signal.format.edf;

import dev.shardline.signal.format.raw.NumberEncoding;
import dev.shardline.signal.format.raw.NumberType;

/// The width of the values, from the header's first bytes.
enum EdfVariant {
  EDF("EDF", NumberType.INT16),
  BDF("BDF", NumberType.INT24);

  private final String title;
  private final NumberEncoding encoding;

  EdfVariant(String title, NumberType type) {
    this.title = title;
    this.encoding = NumberEncoding.littleEndian(type);
  }

  String title() {
    return title;
  }

  NumberEncoding encoding() {
    return encoding;
  }

  int bytesPerValue() {
    return encoding.bytes();
  }

  /// The label that makes a signal an annotation track.
  String annotationLabel() {
    return title + " Annotations";
  }
}
