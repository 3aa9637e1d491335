package dev.shardline.dataset;

/// What a sample is an example of, as the data set names and numbers it.
///
/// @param name the label's text
/// @param index its number in the data set's label encoding, from 0; stable when classes are added
public record ClassLabel(String name, int index) {
  public ClassLabel {
    if (index < 0) {
      throw new IllegalArgumentException(
          "Class \"%s\" has the negative index %d".formatted(name, index));
    }
  }
}
