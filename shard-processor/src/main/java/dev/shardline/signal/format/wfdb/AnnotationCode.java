package dev.shardline.signal.format.wfdb;

/// The symbols of annotation codes (ecgcodes.h), as wfdb-python names them.
final class AnnotationCode {
  static final int SKIP = 59;
  static final int NUMBER = 60;
  static final int SUBTYPE = 61;
  static final int CHANNEL = 62;
  static final int AUXILIARY = 63;

  /// A note about the file rather than the signal.
  static final int NOTE = 22;

  private static final String[] SYMBOLS = {
    " ", "N", "L", "R", "a", "V", "F", "J", "A", "S", "E", "j", "/", "Q", "~", "[15]", "|", "[17]",
    "s", "T", "*", "D", "\"", "=", "p", "B", "^", "t", "+", "u", "?", "!", "[", "]", "e", "n", "@",
    "x", "f", "(", ")", "r"
  };

  private AnnotationCode() {}

  /// `N` for a normal beat, `V` for a premature ventricular contraction, `+` for a change of
  /// rhythm; `[n]` for a code without a symbol.
  static String symbol(int code) {
    return code < SYMBOLS.length ? SYMBOLS[code] : "[" + code + "]";
  }
}
