package dev.shardline.storage.s3;

/// Resolves references to characters (`&amp;`, `&#233;`, `&#xE9;`).
final class XmlReferences {
  private XmlReferences() {}

  static String resolve(String text) throws UnusualXmlException {
    StringBuilder resolved = new StringBuilder(text.length());
    int position = 0;
    for (int open = text.indexOf('&'); open >= 0; open = text.indexOf('&', position)) {
      int close = text.indexOf(';', open);
      if (close < 0) {
        throw new UnusualXmlException();
      }
      resolved.append(text, position, open);
      resolved.appendCodePoint(character(text.substring(open + 1, close)));
      position = close + 1;
    }
    return resolved.append(text, position, text.length()).toString();
  }

  private static int character(String name) throws UnusualXmlException {
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> number(name);
    };
  }

  private static int number(String name) throws UnusualXmlException {
    try {
      int character =
          name.startsWith("#x")
              ? Integer.parseInt(name.substring(2), 16)
              : Integer.parseInt(name.substring(name.startsWith("#") ? 1 : 0));
      if (Character.isValidCodePoint(character) && name.startsWith("#")) {
        return character;
      }
    } catch (NumberFormatException _) {
      // not a number: no reference that is known
    }
    throw new UnusualXmlException();
  }
}
