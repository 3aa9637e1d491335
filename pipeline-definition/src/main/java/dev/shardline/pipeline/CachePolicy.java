package dev.shardline.pipeline;

/// Whether a step may take over the result of an earlier, equal one.
///
/// @param expireAfter an ISO 8601 duration such as `P30D`; empty for no limit
public record CachePolicy(boolean enabled, String expireAfter) {
  /// Always run the step.
  public static final CachePolicy OFF = new CachePolicy(false, "");
}
