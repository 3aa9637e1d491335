package dev.shardline.dicom.privacy;

import java.util.Locale;

/// What the profile demands for an attribute (PS3.15, table E.1-1a). Where it allows several, the
/// one that removes most.
public enum ProfileAction {
  /// Says nothing of a person.
  KEEP,
  /// Must not leave the file: X, Z, D and their combinations.
  REMOVE,
  /// An identifier to be replaced consistently: U.
  REPLACE;

  /// @param code as the table has it: `X/Z/D`, `U`; `K` for what the profile does not name
  static ProfileAction ofCode(String code) {
    return switch (code.toUpperCase(Locale.ROOT)) {
      case "K" -> KEEP;
      case "U" -> REPLACE;
      default -> REMOVE;
    };
  }
}
