package dev.shardline.storage.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How to reach S3.
///
/// @param endpoint a server other than AWS, such as `http://127.0.0.1:9000`; absent for AWS
/// @param region absent: what the AWS environment says
/// @param credentials who asks
/// @param addressing where the bucket's name goes in a request
/// @param checksums when the client adds and checks checksums of its own; some servers other than
///   AWS do not understand them
/// @param connections at most so many at once, and so at most so many open streams
/// @param timeout the longest silence of the server before an attempt counts as failed
/// @param retries how often to try again
public record S3Settings(
    @Nullable URI endpoint,
    @Nullable String region,
    S3Credentials credentials,
    Addressing addressing,
    Checksums checksums,
    int connections,
    Duration timeout,
    S3Retries retries) {
  /// Where the bucket's name goes.
  public enum Addressing {
    /// `https://bucket.host/key`, as AWS wants it.
    VIRTUAL_HOST,
    /// `https://host/bucket/key`, as most other servers want it.
    PATH
  }

  /// When the client adds checksums to requests and checks those of responses.
  public enum Checksums {
    WHEN_SUPPORTED,
    WHEN_REQUIRED
  }

  private static final int CONNECTIONS = 256;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  public S3Settings {
    if (connections < 1) {
      throw new IllegalArgumentException("At least 1 connection is needed, not " + connections);
    }
    if (endpoint != null && (endpoint.getHost() == null || endpoint.getScheme() == null)) {
      throw new IllegalArgumentException(
          "An S3 endpoint looks like http://127.0.0.1:9000, not like " + endpoint);
    }
  }

  /// AWS, with region and credentials as the AWS environment says.
  public static S3Settings aws() {
    return new S3Settings(
        null,
        null,
        new S3Credentials.FromEnvironment(),
        Addressing.VIRTUAL_HOST,
        Checksums.WHEN_SUPPORTED,
        CONNECTIONS,
        TIMEOUT,
        S3Retries.PATIENT);
  }

  /// Another server, with credentials as the AWS environment says: path addressing and no more
  /// checksums than needed, which every server understands.
  public static S3Settings at(URI endpoint) {
    return new S3Settings(
        endpoint,
        null,
        new S3Credentials.FromEnvironment(),
        Addressing.PATH,
        Checksums.WHEN_REQUIRED,
        CONNECTIONS,
        TIMEOUT,
        S3Retries.PATIENT);
  }

  /// What the standard variables say: another server if `AWS_ENDPOINT_URL_S3` or `AWS_ENDPOINT_URL`
  /// names one, else AWS. Region, profile and credentials are left to the SDK, which reads the same
  /// environment.
  ///
  /// @throws IllegalArgumentException if the endpoint is no URL
  public static S3Settings fromEnvironment(Map<String, String> environment) {
    String endpoint =
        environment.getOrDefault(
            "AWS_ENDPOINT_URL_S3", environment.getOrDefault("AWS_ENDPOINT_URL", ""));
    return endpoint.isBlank() ? aws() : at(URI.create(endpoint.strip()));
  }

  public S3Settings withRegion(String newRegion) {
    return new S3Settings(
        endpoint, newRegion, credentials, addressing, checksums, connections, timeout, retries);
  }

  public S3Settings withCredentials(S3Credentials newCredentials) {
    return new S3Settings(
        endpoint, region, newCredentials, addressing, checksums, connections, timeout, retries);
  }

  public S3Settings withTimeout(Duration newTimeout) {
    return new S3Settings(
        endpoint, region, credentials, addressing, checksums, connections, newTimeout, retries);
  }

  public S3Settings withRetries(S3Retries newRetries) {
    return new S3Settings(
        endpoint, region, credentials, addressing, checksums, connections, timeout, newRetries);
  }
}
