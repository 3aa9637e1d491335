package dev.shardline.pipeline.settings;

/// Where the pipeline lives.
///
/// @param role ARN of the role that jobs run as
/// @param image URI of the image in ECR
/// @param work the `s3://` location under which data sets and runs lie, without a final slash
public record Placement(String region, String role, String image, String work) {
  /// The bucket of [#work()]; empty if it names none.
  public String workBucket() {
    String rest = work.startsWith("s3://") ? work.substring("s3://".length()) : "";
    int slash = rest.indexOf('/');
    return slash < 0 ? rest : rest.substring(0, slash);
  }
}
