package dev.shardline.embedded;

import dev.shardline.storage.s3.S3Credentials;
import dev.shardline.storage.s3.S3Settings;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// The S3 server that the system properties `shardline.s3.endpoint`, `shardline.s3.key` and
/// `shardline.s3.secret` name. Its buckets are left to it.
public final class ExternalS3 implements S3Server {
  private final URI endpoint;
  private final S3Credentials.Key key;

  private ExternalS3(URI endpoint, S3Credentials.Key key) {
    this.endpoint = endpoint;
    this.key = key;
  }

  /// The server, if the properties name one.
  public static Optional<ExternalS3> given() {
    return Optional.ofNullable(System.getProperty("shardline.s3.endpoint"))
        .map(endpoint ->
            new ExternalS3(
                URI.create(endpoint),
                new S3Credentials.Key(
                    System.getProperty("shardline.s3.key", ""),
                    System.getProperty("shardline.s3.secret", ""))));
  }

  @Override
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public S3Credentials.Key key() {
    return key;
  }

  @Override
  public S3Settings settings() {
    return S3Settings.at(endpoint).withCredentials(key);
  }

  @Override
  public void createBucket(String bucket) {
    try (S3Client client =
        S3Client.builder()
            .endpointOverride(endpoint)
            .forcePathStyle(true)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey())))
            .build()) {
      client.createBucket(create -> create.bucket(bucket));
    }
  }

  @Override
  public void close() {}
}
