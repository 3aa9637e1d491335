package dev.shardline.failure;

import java.util.Locale;

/// Why a sample was quarantined. The kebab-case name is written to ledgers and reports and never
/// changes its meaning.
public enum Reason {
  /// The object has no bytes.
  EMPTY,
  /// The data ends before its header says it does.
  TRUNCATED,
  /// The bytes contradict the format, or the header contradicts the bytes.
  MALFORMED,
  /// A valid file of a format, encoding or variant that is not read here.
  UNSUPPORTED,
  /// Decoding would need more memory than the budget allows.
  TOO_LARGE,
  /// The object was there at listing and is gone.
  MISSING_OBJECT,
  /// The object is not the version that was listed.
  CHANGED_OBJECT,
  /// The store refuses to give the object out.
  UNREADABLE,
  /// The data is valid but not what the step takes: 4-D where 3-D is asked, colour where grey is.
  WRONG_KIND,
  /// NaN or infinite values where a number is needed.
  NOT_FINITE,
  /// A quality check of the recipe failed.
  CHECK_FAILED,
  /// A step failed in a way it did not foresee.
  STEP_FAILED;

  /// Whether the same bytes may pass another time: more memory, other rights, an object brought
  /// back or a mended step would cure it.
  public boolean isCurable() {
    return switch (this) {
      case TOO_LARGE, MISSING_OBJECT, CHANGED_OBJECT, UNREADABLE, STEP_FAILED -> true;
      case EMPTY, TRUNCATED, MALFORMED, UNSUPPORTED, WRONG_KIND, NOT_FINITE, CHECK_FAILED -> false;
    };
  }

  /// The name used in files: `too-large`.
  public String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The reason with this file name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Reason ofFileName(String fileName) {
    return valueOf(fileName.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
