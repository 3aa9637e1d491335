package dev.shardline.commit;

import dev.shardline.dataset.PartId;

/// Is told of every step of a commit, right after it. Called by the threads that do the work.
@FunctionalInterface
public interface CommitObserver {
  /// Looks away.
  CommitObserver NONE = (part, step) -> {};

  void reached(PartId part, CommitStep step);
}
