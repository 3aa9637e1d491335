package dev.shardline.faults;

/// How the server fails a request.
public enum Fault {
  /// Not at all.
  NONE,
  /// 503 SlowDown, and nothing is done.
  THROTTLED,
  /// 403 AccessDenied.
  FORBIDDEN,
  /// 403 RequestTimeTooSkewed: the clock of one of both has jumped.
  SKEWED_CLOCK,
  /// 301 PermanentRedirect: the bucket is in another region.
  ELSEWHERE,
  /// 409 ConditionalRequestConflict: another conditional write is under way.
  CONFLICT,
  /// 500 InternalError, and nothing is done.
  SERVER_ERROR,
  /// 500 InternalError, although it was done.
  FALSE_ERROR,
  /// The connection is reset before anything is done.
  RESET,
  /// The connection is reset after it was done: the answer is lost.
  LOST_ANSWER,
  /// The connection ends in the middle of the answer's body.
  TRUNCATED_BODY,
  /// The answer holds half of the body and tells that this is all.
  WRONG_LENGTH,
  /// The answer comes in small pieces with pauses.
  SLOW_BODY,
  /// The answer stops in the middle, and the connection stays open.
  STALLED_BODY
}
