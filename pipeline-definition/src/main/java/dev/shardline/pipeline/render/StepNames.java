package dev.shardline.pipeline.render;

/// The names of the steps, and of what they pass on.
public final class StepNames {
  public static final String BUILD = "BuildManifests";
  public static final String FIT = "Fit";
  public static final String PREPROCESS = "Preprocess";
  public static final String VERIFY = "Verify";
  public static final String GATE = "AcceptOrRefuse";
  public static final String REFUSE = "Refuse";
  public static final String TRAIN = "Train";

  /// The property file of [#BUILD]: what `shardline build --result` writes.
  public static final String BUILD_RESULT = "build";

  /// The property file of [#VERIFY]: what `shardline conclude --result` writes.
  public static final String VERDICT = "verdict";

  private StepNames() {}
}
