package dev.shardline.build;

/// Is told how far a build is. Called from several threads.
@FunctionalInterface
public interface BuildProgress {
  /// What a build does, in this order.
  enum Stage {
    LISTING,
    LABELLING,
    COPIES,
    CHECKING,
    SPLITTING,
    WRITING
  }

  /// Tells nobody.
  BuildProgress NONE = (stage, done) -> {};

  /// @param done how many objects, samples or files (the stage says which) are done
  void report(Stage stage, long done);
}
