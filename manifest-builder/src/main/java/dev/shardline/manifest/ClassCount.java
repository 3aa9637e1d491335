package dev.shardline.manifest;

import dev.shardline.dataset.ClassLabel;

/// How many samples have a label.
public record ClassCount(ClassLabel label, long samples) {
  public ClassCount {
    if (samples < 0) {
      throw new IllegalArgumentException(
          "Class \"%s\" cannot have %d samples".formatted(label.name(), samples));
    }
  }
}
