package dev.shardline.storage.s3;

import dev.shardline.storage.s3.S3Settings.Addressing;
import dev.shardline.storage.s3.S3Settings.Checksums;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// The SDK's client, set up once, at the first request: starting it takes a noticeable part of a
/// second that a command without S3 should not spend. Safe for many threads.
final class S3Connection implements AutoCloseable {
  /// Waiting for a connection is no failure of the server: the threads that hold one give it back.
  private static final Duration CONNECTION_WAIT = Duration.ofMinutes(10);

  private static final int CONFLICT = 409;

  private final S3Settings settings;
  private @Nullable AwsCredentialsProvider credentials;
  private @Nullable SdkHttpClient http;
  private @Nullable S3Client client;

  S3Connection(S3Settings settings) {
    this.settings = settings;
  }

  S3Settings settings() {
    return settings;
  }

  /// @throws SdkClientException if no region is known
  synchronized S3Client client() {
    if (client == null) {
      client = newClient();
    }
    return client;
  }

  /// The connections of [#client], for requests that go past it.
  synchronized SdkHttpClient http() {
    if (http == null) {
      http = httpClient().build();
    }
    return http;
  }

  /// Who asks.
  AwsCredentialsIdentity identity() {
    return credentials().resolveCredentials();
  }

  /// Whether the credentials, looked up anew, are to be had.
  boolean hasCredentials() {
    try {
      credentials().resolveCredentials();
      return true;
    } catch (SdkClientException _) {
      return false;
    }
  }

  private synchronized AwsCredentialsProvider credentials() {
    if (credentials == null) {
      credentials =
          switch (settings.credentials()) {
            case S3Credentials.FromEnvironment() -> DefaultCredentialsProvider.builder().build();
            case S3Credentials.Key(String id, String secret) ->
                StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
            case S3Credentials.Anonymous() -> AnonymousCredentialsProvider.create();
          };
    }
    return credentials;
  }

  private S3Client newClient() {
    S3ClientBuilder builder =
        S3Client.builder()
            .credentialsProvider(credentials())
            .region(region())
            .forcePathStyle(settings.addressing() == Addressing.PATH)
            .httpClient(http())
            .overrideConfiguration(override ->
                override.retryStrategy(retries()).addExecutionInterceptor(new ListingReader()));
    if (settings.checksums() == Checksums.WHEN_REQUIRED) {
      // Signed in one piece: Ceph refuses an empty body that is signed in chunks.
      builder
          .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
          .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
          .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    }
    if (settings.endpoint() == null) {
      builder.crossRegionAccessEnabled(true);
    } else {
      builder.endpointOverride(settings.endpoint());
    }
    return builder.build();
  }

  /// Servers other than AWS take any region, but a signature needs one.
  private Region region() {
    if (settings.region() != null) {
      return Region.of(settings.region());
    }
    try {
      return new DefaultAwsRegionProviderChain().getRegion();
    } catch (SdkClientException unknown) {
      if (settings.endpoint() == null) {
        throw unknown;
      }
      return Region.US_EAST_1;
    }
  }

  private ApacheHttpClient.Builder httpClient() {
    return ApacheHttpClient.builder()
        .maxConnections(settings.connections())
        .connectionTimeout(settings.timeout())
        .socketTimeout(settings.timeout())
        .connectionAcquisitionTimeout(CONNECTION_WAIT)
        .tcpKeepAlive(true);
  }

  /// The SDK's own idea of what is worth trying again, and a conditional write that collided with
  /// another; without its token bucket, which would give up early exactly when many requests are
  /// throttled at once.
  private StandardRetryStrategy retries() {
    S3Retries retries = settings.retries();
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .maxAttempts(retries.attempts())
        .backoffStrategy(
            BackoffStrategy.exponentialDelay(retries.firstDelay(), retries.longestDelay()))
        .throttlingBackoffStrategy(
            BackoffStrategy.exponentialDelay(
                retries.firstDelayWhenThrottled(), retries.longestDelay()))
        .retryOnException(failure ->
            failure instanceof AwsServiceException refused && refused.statusCode() == CONFLICT)
        .circuitBreakerEnabled(false)
        .build();
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.close();
    }
    if (http != null) {
      http.close();
    }
  }
}
