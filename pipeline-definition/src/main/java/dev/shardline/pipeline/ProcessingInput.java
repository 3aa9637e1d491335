package dev.shardline.pipeline;

/// Objects of S3 that a processing job finds as files.
///
/// @param localPath below `/opt/ml/processing/`
public record ProcessingInput(
    String name, Expression uri, String localPath, DataType dataType, Distribution distribution) {
  /// What the URI names, by the service's names.
  public enum DataType implements ServiceNamed {
    /// A list of objects.
    MANIFEST_FILE("ManifestFile"),
    /// Every object whose key begins so.
    S3_PREFIX("S3Prefix");

    private final String serviceName;

    DataType(String serviceName) {
      this.serviceName = serviceName;
    }

    @Override
    public String serviceName() {
      return serviceName;
    }
  }

  /// Which machine gets which objects, by the service's names.
  public enum Distribution implements ServiceNamed {
    FULLY_REPLICATED("FullyReplicated"),
    /// Each object goes to one machine; to which one is undocumented.
    SHARDED_BY_S3_KEY("ShardedByS3Key");

    private final String serviceName;

    Distribution(String serviceName) {
      this.serviceName = serviceName;
    }

    @Override
    public String serviceName() {
      return serviceName;
    }
  }
}
