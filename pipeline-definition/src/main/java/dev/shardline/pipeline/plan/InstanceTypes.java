package dev.shardline.pipeline.plan;

import java.util.Set;
import java.util.regex.Pattern;

/// Which instance types processing jobs may have: the training types without the largest
/// accelerators.
public final class InstanceTypes {
  private static final Pattern FORM = Pattern.compile("ml\\.[a-z0-9-]+\\.[a-z0-9-]+");
  private static final Set<String> TRAINING_ONLY_FAMILIES =
      Set.of(
          "p3dn",
          "p4d",
          "p4de",
          "p5e",
          "p5en",
          "p6-b200",
          "p6-b300",
          "p6e-gb200",
          "trn1",
          "trn1n",
          "trn2");

  private InstanceTypes() {}

  /// Whether the text looks like a type at all: `ml.m5.xlarge`.
  public static boolean isType(String text) {
    return FORM.matcher(text).matches();
  }

  /// Whether the service offers the type for training, but not for processing.
  public static boolean isForTrainingOnly(String type) {
    String family = family(type);
    return TRAINING_ONLY_FAMILIES.contains(family) || type.equals("ml.p5.48xlarge");
  }

  /// `m5` of `ml.m5.xlarge`; empty if the text is no type.
  public static String family(String type) {
    return isType(type) ? type.substring(3, type.indexOf('.', 3)) : "";
  }
}
