package dev.shardline.pipeline.render;

import dev.shardline.pipeline.Expression;

/// What later steps take from the JSON document of `shardline build`:
///
/// ```json
/// {"dataset": {"uri": "s3://…/datasets/name/digest/"},
///  "splits": {"train": {"manifest": "s3://…/train.manifest", "parts": "s3://…/parts/train/"}}}
/// ```
///
/// All URIs contain the data set's digest, which is what makes the service's step cache right: it
/// compares URIs, never content, so a URI must not stand for changing content.
public final class BuildResult {
  private BuildResult() {}

  /// The folder of the built data set.
  public static Expression dataset() {
    return get("dataset.uri");
  }

  /// The folder of the split's part manifests.
  public static Expression parts(String split) {
    return get("splits." + split + ".parts");
  }

  /// The manifest of all the split's objects.
  public static Expression manifest(String split) {
    return get("splits." + split + ".manifest");
  }

  private static Expression get(String path) {
    return new Expression.JsonGet(StepNames.BUILD, StepNames.BUILD_RESULT, path);
  }
}
