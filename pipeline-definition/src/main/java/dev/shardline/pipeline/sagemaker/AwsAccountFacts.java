package dev.shardline.pipeline.sagemaker;

import dev.shardline.pipeline.check.AccountFacts;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.s3.S3Client;

/// Asks S3 and IAM.
public final class AwsAccountFacts implements AccountFacts, AutoCloseable {
  private static final int ANOTHER_PLACE = 301;
  private static final int FORBIDDEN = 403;
  private static final int MISSING = 404;
  private static final String REGION_HEADER = "x-amz-bucket-region";

  private final S3Client s3;
  private final IamClient iam;

  public AwsAccountFacts(AwsAccount account) {
    this.s3 = account.newS3();
    this.iam = account.newIam();
  }

  @Override
  public BucketFact bucket(String name) {
    try {
      String region = s3.headBucket(request -> request.bucket(name)).bucketRegion();
      return new BucketFact.InRegion(region == null ? "" : region);
    } catch (AwsServiceException e) {
      return switch (e.statusCode()) {
        case ANOTHER_PLACE -> new BucketFact.InRegion(region(e));
        case MISSING -> new BucketFact.Missing();
        case FORBIDDEN -> new BucketFact.Hidden();
        default -> throw AwsFailures.translated("look at the bucket " + name, e);
      };
    } catch (SdkException e) {
      throw AwsFailures.translated("look at the bucket " + name, e);
    }
  }

  private static String region(AwsServiceException failure) {
    return failure.awsErrorDetails() == null
        ? ""
        : failure.awsErrorDetails().sdkHttpResponse().firstMatchingHeader(REGION_HEADER).orElse("");
  }

  @Override
  public RoleFact role(String arn) {
    String name = arn.substring(arn.lastIndexOf('/') + 1);
    try {
      String found = iam.getRole(request -> request.roleName(name)).role().arn();
      return found.equals(arn) ? RoleFact.PRESENT : RoleFact.MISSING;
    } catch (NoSuchEntityException e) {
      return RoleFact.MISSING;
    } catch (AwsServiceException e) {
      if (e.statusCode() == FORBIDDEN) {
        return RoleFact.HIDDEN;
      }
      throw AwsFailures.translated("look at the role " + arn, e);
    } catch (SdkException e) {
      throw AwsFailures.translated("look at the role " + arn, e);
    }
  }

  @Override
  public void close() {
    s3.close();
    iam.close();
  }
}
