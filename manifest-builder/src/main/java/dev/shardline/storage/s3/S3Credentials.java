package dev.shardline.storage.s3;

/// Who asks.
public sealed interface S3Credentials {
  /// Whoever the AWS environment says: variables, profile, container or instance role.
  record FromEnvironment() implements S3Credentials {}

  /// The owner of a long-lived key.
  record Key(String accessKeyId, String secretAccessKey) implements S3Credentials {
    /// Names the key, never the secret.
    @Override
    public String toString() {
      return "Key[" + accessKeyId + "]";
    }
  }

  /// Nobody: for public buckets.
  record Anonymous() implements S3Credentials {}
}
