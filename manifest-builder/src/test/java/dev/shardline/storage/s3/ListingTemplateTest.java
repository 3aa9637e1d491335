package dev.shardline.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.storage.ListRequest;
import dev.shardline.storage.ListRequest.Depth;
import dev.shardline.storage.ObjectLocation;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class ListingTemplateTest {
  private static final AwsCredentials IDENTITY =
      AwsSessionCredentials.create("AKIDEXAMPLE", "secret/+x", "token+/=");
  private static final ListingQuery QUERY =
      new ListingQuery(
          new ListRequest(
              ObjectLocation.parse("s3://bucket/da ta/ü&/"), "da ta/ü&/x +~*", Depth.SHALLOW, 1000),
          "a token/+=");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);

  /// Keeps what would be sent, and stops there.
  private static final class Catch implements ExecutionInterceptor {
    private final AtomicReference<SdkHttpRequest> sent = new AtomicReference<>();

    @Override
    public void beforeTransmission(
        Context.BeforeTransmission context, ExecutionAttributes attributes) {
      sent.set(context.httpRequest());
      throw new IllegalStateException("caught");
    }
  }

  private static SdkHttpRequest sentBySdk(AwsCredentialsProvider credentials) {
    Catch caught = new Catch();
    try (S3Client client =
        S3Client.builder()
            .credentialsProvider(credentials)
            .region(Region.EU_WEST_1)
            .forcePathStyle(true)
            .endpointOverride(URI.create("http://127.0.0.1:9"))
            .overrideConfiguration(configure -> configure.addExecutionInterceptor(caught))
            .build()) {
      assertThatThrownBy(() -> client.listObjectsV2(QUERY.forSdk().build()))
          .hasMessageContaining("caught");
    }
    return caught.sent.get();
  }

  @Test
  void isAskedAndSignedAsTheSdkDoes() {
    SdkHttpRequest sent = sentBySdk(StaticCredentialsProvider.create(IDENTITY));
    ListingTemplate template = ListingTemplate.of(sent).orElseThrow();

    SdkHttpRequest.Builder again =
        template.bare().toBuilder().rawQueryParameters(QUERY.parameters());
    for (String header : List.of("amz-sdk-invocation-id", "amz-sdk-request")) {
      again.putHeader(header, sent.firstMatchingHeader(header).orElseThrow());
    }
    Instant at = Instant.from(STAMP.parse(sent.firstMatchingHeader("X-Amz-Date").orElseThrow()));
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                template
                    .signing(again.build(), IDENTITY)
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC))
                    .build())
            .request();

    assertThat(signed.headers()).isEqualTo(sent.headers());
    assertThat(signed.rawQueryParameters()).isEqualTo(sent.rawQueryParameters());
  }

  @Test
  void whatIsNotSignedStaysSo() {
    SdkHttpRequest sent = sentBySdk(AnonymousCredentialsProvider.create());

    SdkHttpRequest next = ListingTemplate.of(sent).orElseThrow().request(QUERY, IDENTITY);

    assertThat(next.firstMatchingHeader("Authorization")).isEmpty();
    assertThat(next.rawQueryParameters()).isEqualTo(sent.rawQueryParameters());
  }

  @Test
  void otherSignaturesAreLeftToTheSdk() {
    SdkHttpRequest sent =
        sentBySdk(StaticCredentialsProvider.create(IDENTITY)).toBuilder()
            .putHeader(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=A/20260101/eu-west-1/s3express/aws4_request, x")
            .build();

    assertThat(ListingTemplate.of(sent)).isEmpty();
  }
}
