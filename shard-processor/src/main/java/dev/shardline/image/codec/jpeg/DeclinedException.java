package dev.shardline.image.codec.jpeg;

/// This file is not for the fast decoder: of another kind, or damaged. Carries no stack, since it
/// only steers.
final class DeclinedException extends Exception {
  private static final long serialVersionUID = 1L;

  DeclinedException(String why) {
    super(why, null, false, false);
  }

  /// @throws DeclinedException unless `met`
  static void unless(boolean met, String why) throws DeclinedException {
    if (!met) {
      throw new DeclinedException(why);
    }
  }
}
