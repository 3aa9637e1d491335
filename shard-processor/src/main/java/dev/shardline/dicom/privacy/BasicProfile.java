package dev.shardline.dicom.privacy;

import dev.shardline.dicom.DicomDataSet;
import dev.shardline.dicom.DicomElement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The profile's table, and what follows from it. Attributes of odd (private) groups, curves and
/// overlays are personal without being listed.
public final class BasicProfile {
  private static final String TABLE = "attributes.csv";
  private static final Map<Integer, Attribute> BY_TAG = new TreeMap<>();
  private static final Map<String, Attribute> BY_KEYWORD = new TreeMap<>();

  static {
    for (String line : lines()) {
      String[] cells = line.split(",", -1);
      Attribute attribute =
          new Attribute(
              Integer.parseUnsignedInt(cells[0], 16),
              cells[1],
              cells[2],
              ProfileAction.ofCode(cells[3]));
      BY_TAG.put(attribute.tag(), attribute);
      BY_KEYWORD.put(attribute.keyword(), attribute);
    }
  }

  private BasicProfile() {}

  private static List<String> lines() {
    try (InputStream in = BasicProfile.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks " + TABLE);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The keywords of all known attributes, sorted.
  public static SortedSet<String> keywords() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(BY_KEYWORD.keySet()));
  }

  public static Optional<Attribute> attribute(String keyword) {
    return Optional.ofNullable(BY_KEYWORD.get(keyword));
  }

  /// What is to be done with an element of this tag.
  public static ProfileAction action(int tag) {
    int group = tag >>> 16;
    boolean curve = (group & 0xFF00) == 0x5000 && group < 0x5200;
    boolean overlay = (group & 0xFF00) == 0x6000;
    if (group % 2 != 0 || curve || overlay) {
      return ProfileAction.REMOVE;
    }
    Attribute listed = BY_TAG.get(tag);
    return listed == null ? ProfileAction.KEEP : listed.action();
  }

  /// The keywords of the elements of a data set that have a value which must not leave the file,
  /// sorted; all private ones together as `private`. Never the values.
  public static SortedSet<String> personalKeywords(DicomDataSet data) {
    SortedSet<String> found = new TreeSet<>();
    for (Map.Entry<Integer, DicomElement> element : data.elements().entrySet()) {
      int tag = element.getKey();
      if (element.getValue().length() > 0 && action(tag) == ProfileAction.REMOVE) {
        Attribute listed = BY_TAG.get(tag);
        found.add(listed == null ? "private" : listed.keyword());
      }
    }
    return found;
  }
}
