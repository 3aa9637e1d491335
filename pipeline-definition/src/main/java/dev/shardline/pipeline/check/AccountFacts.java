package dev.shardline.pipeline.check;

/// What an AWS account has, as far as the caller may know.
public interface AccountFacts {
  /// Where a bucket is.
  BucketFact bucket(String name);

  /// Whether a role is there.
  RoleFact role(String arn);

  /// What is known of a bucket.
  sealed interface BucketFact {
    record InRegion(String region) implements BucketFact {}

    record Missing() implements BucketFact {}

    /// It may be there; the caller is not told.
    record Hidden() implements BucketFact {}
  }

  /// What is known of a role.
  enum RoleFact {
    PRESENT,
    MISSING,
    /// It may be there; the caller is not told.
    HIDDEN
  }
}
