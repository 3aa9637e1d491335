package dev.shardline.pipeline.sagemaker;

import dev.shardline.failure.UsageException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/// The clients for one account and region, made from credentials that were found before anything is
/// sent. Closing it closes them.
public final class AwsAccount implements AutoCloseable {
  private final Region region;
  private final @Nullable URI endpoint;
  private final AwsCredentialsProvider credentials;
  private final SageMakerClient sageMaker;

  private AwsAccount(String region, @Nullable URI endpoint, AwsCredentialsProvider credentials) {
    this.region = Region.of(region);
    this.endpoint = endpoint;
    this.credentials = credentials;
    this.sageMaker =
        configured(SageMakerClient.builder().httpClientBuilder(ApacheHttpClient.builder())).build();
  }

  /// The account of the usual places for credentials: environment, profile, instance.
  ///
  /// @param endpoint of a server that stands for AWS; empty for AWS itself
  /// @throws UsageException if no credentials are found
  public static AwsAccount open(String region, Optional<URI> endpoint) {
    try (DefaultCredentialsProvider found = DefaultCredentialsProvider.builder().build()) {
      return new AwsAccount(
          region,
          endpoint.orElse(null),
          StaticCredentialsProvider.create(found.resolveCredentials()));
    } catch (SdkClientException e) {
      throw new UsageException(
          "No AWS credentials found in the environment, in ~/.aws or from this machine's role. Run"
              + " `aws sso login` or `aws configure`, or set AWS_ACCESS_KEY_ID and"
              + " AWS_SECRET_ACCESS_KEY",
          e);
    }
  }

  SageMakerClient sageMaker() {
    return sageMaker;
  }

  CloudWatchLogsClient newLogs() {
    return configured(CloudWatchLogsClient.builder().httpClientBuilder(ApacheHttpClient.builder()))
        .build();
  }

  IamClient newIam() {
    var builder = IamClient.builder().httpClientBuilder(ApacheHttpClient.builder());
    builder.region(Region.AWS_GLOBAL).credentialsProvider(credentials);
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    return builder.build();
  }

  S3Client newS3() {
    return configured(
            S3Client.builder()
                .httpClientBuilder(ApacheHttpClient.builder())
                .crossRegionAccessEnabled(false)
                .forcePathStyle(endpoint != null))
        .build();
  }

  private <B extends AwsClientBuilder<B, ?>> B configured(B builder) {
    builder.region(region).credentialsProvider(credentials);
    return endpoint == null ? builder : builder.endpointOverride(endpoint);
  }

  @Override
  public void close() {
    sageMaker.close();
  }
}
