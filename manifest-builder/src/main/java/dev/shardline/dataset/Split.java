package dev.shardline.dataset;

import java.util.regex.Pattern;

/// One of the disjoint subsets of a data set: train, validation, test, or a fold.
///
/// @param name lower-case letters, digits and `-`, beginning with a letter, at most 40 characters:
///   it becomes a folder, a SageMaker input name and a value of the catalog's column `channel`
public record Split(String name) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  public static final Split TRAIN = new Split("train");
  public static final Split VALIDATION = new Split("validation");
  public static final Split TEST = new Split("test");

  public Split {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Not a split's name: \"%s\"; expected lower-case letters, digits and '-', such as \"train\""
              .formatted(name));
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
