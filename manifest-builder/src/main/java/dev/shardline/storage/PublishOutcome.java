package dev.shardline.storage;

/// How publishing under the rule "only if nothing is there" ended. An outcome that cannot be known
/// is none of these but an [UnknownOutcomeException].
public sealed interface PublishOutcome {
  /// The object at the location afterwards.
  ObjectSummary object();

  /// The content is now there, and this call put it there.
  record Published(ObjectSummary object) implements PublishOutcome {}

  /// The same bytes were already there: another worker, or an earlier try of this one, was first.
  record AlreadyIdentical(ObjectSummary object) implements PublishOutcome {}

  /// Other bytes are there; nothing was changed.
  record AlreadyDifferent(ObjectSummary object) implements PublishOutcome {}
}
