package dev.shardline.dicom.privacy;

import dev.shardline.dicom.DicomDataSet;
import dev.shardline.dicom.DicomElement;
import dev.shardline.failure.UsageException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The metadata that a recipe asks to have written beside its data, held to the profile: what must
/// not leave the file cannot be asked for, unless personal data is asked for by name; identifiers
/// are replaced.
///
/// @param attributes what is asked for
/// @param personal whether values come as they are in the file, whatever the profile says
public record SharedMetadata(List<Attribute> attributes, boolean personal) {
  /// Nothing at all.
  public static final SharedMetadata NONE = new SharedMetadata(List.of(), false);

  public SharedMetadata {
    attributes = List.copyOf(attributes);
  }

  /// @throws UsageException if a keyword is unknown, holds no text, or must not leave the file
  public static SharedMetadata of(List<String> keywords, boolean personal) {
    List<Attribute> attributes = new ArrayList<>();
    for (String keyword : keywords) {
      Attribute attribute =
          BasicProfile.attribute(keyword)
              .filter(Attribute::isText)
              .orElseThrow(() ->
                  new UsageException(
                      "`metadata` does not know `%s`; it takes DICOM keywords of text attributes, such as MagneticFieldStrength"
                          .formatted(keyword)));
      if (!personal && attribute.action() == ProfileAction.REMOVE) {
        throw new UsageException(
            "`metadata` asks for `%s`, which may identify a person (DICOM PS3.15, table E.1-1); leave it out, or set `personal-data: keep`"
                .formatted(keyword));
      }
      attributes.add(attribute);
    }
    return new SharedMetadata(attributes, personal);
  }

  /// The values that a file has, by keyword; several values with `\` between them, as in the file.
  public Map<String, String> of(DicomDataSet data) {
    Map<String, String> values = new TreeMap<>();
    for (Attribute attribute : attributes) {
      DicomElement element = data.elements().get(attribute.tag());
      String text = element == null ? "" : text(data, element);
      if (!text.isEmpty()) {
        boolean replaced = !personal && attribute.action() == ProfileAction.REPLACE;
        values.put(attribute.keyword(), replaced ? ReplacedIdentifier.of(text) : text);
      }
    }
    return values;
  }

  private static String text(DicomDataSet data, DicomElement element) {
    return new String(data.bytes(), element.offset(), element.length(), StandardCharsets.ISO_8859_1)
        .replace('\0', ' ')
        .strip();
  }
}
