package dev.shardline.duplicates;

/// How copies are looked for and what is done with them.
///
/// @param bytes whether samples of equal bytes are looked for
/// @param content whether samples of equal decoded content are looked for, where a probe can
/// @param conflicts what is done with copies that have different labels
public record DuplicateSpec(boolean bytes, boolean content, Conflicts conflicts) {
  /// What is done with a group of copies whose labels differ.
  public enum Conflicts {
    /// All samples of the group are left out: at most one label can be right.
    DROP,
    /// They stay, in one split.
    KEEP,
    /// The build stops.
    FAIL
  }

  public static final DuplicateSpec DEFAULT = new DuplicateSpec(true, true, Conflicts.DROP);
}
