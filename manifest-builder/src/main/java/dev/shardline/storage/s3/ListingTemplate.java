package dev.shardline.storage.s3;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/// A request for a page of a bucket's keys that the SDK made and the server answered: where and how
/// further pages of that bucket are asked for. For many threads.
///
/// @param bare what was sent, but for the signature and what counts attempts
/// @param region the one it was signed for; empty if it was not signed
record ListingTemplate(SdkHttpRequest bare, String region) {
  private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();
  private static final String AUTHORIZATION = "Authorization";

  /// The plain signature; others (of several regions, of sessions) are left to the SDK.
  private static final Pattern PLAIN =
      Pattern.compile("AWS4-HMAC-SHA256 Credential=[^/]+/\\d+/([^/]+)/s3/aws4_request,.*");

  private static final List<String> OF_ONE_REQUEST =
      List.of(
          AUTHORIZATION,
          "X-Amz-Date",
          "x-amz-content-sha256",
          "X-Amz-Security-Token",
          "amz-sdk-invocation-id",
          "amz-sdk-request");

  /// Empty where requests are signed in another way.
  static Optional<ListingTemplate> of(SdkHttpRequest sent) {
    SdkHttpRequest.Builder bare = sent.toBuilder();
    OF_ONE_REQUEST.forEach(bare::removeHeader);
    Optional<String> signature = sent.firstMatchingHeader(AUTHORIZATION);
    if (signature.isEmpty()) {
      return Optional.of(new ListingTemplate(bare.build(), ""));
    }
    Matcher plain = PLAIN.matcher(signature.get());
    return plain.matches()
        ? Optional.of(new ListingTemplate(bare.build(), plain.group(1)))
        : Optional.empty();
  }

  /// The request for another page.
  SdkHttpRequest request(ListingQuery query, AwsCredentialsIdentity identity) {
    SdkHttpRequest request = bare.toBuilder().rawQueryParameters(query.parameters()).build();
    return region.isEmpty() ? request : SIGNER.sign(signing(request, identity).build()).request();
  }

  /// What the signer is told, as the SDK tells it for listings.
  SignRequest.Builder<AwsCredentialsIdentity> signing(
      SdkHttpRequest request, AwsCredentialsIdentity identity) {
    return SignRequest.builder(identity)
        .request(request)
        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
        .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false);
  }
}
