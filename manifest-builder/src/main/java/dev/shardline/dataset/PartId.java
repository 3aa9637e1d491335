package dev.shardline.dataset;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names a part: a slice of a split's manifest, the unit of work, of commit and of output.
///
/// @param number from 0; a part keeps its number when the data set grows
public record PartId(Split split, int number) implements Comparable<PartId> {
  private static final Pattern TEXT = Pattern.compile("([^/]+)/part-(\\d{5,9})");
  private static final Comparator<PartId> ORDER =
      Comparator.comparing((PartId part) -> part.split.name()).thenComparingInt(PartId::number);

  public PartId {
    if (number < 0) {
      throw new IllegalArgumentException("Negative part number " + number);
    }
  }

  /// Parses what [#toString()] writes.
  ///
  /// @throws IllegalArgumentException if the text is no part's name
  public static PartId parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "Not a part: \"%s\"; expected for example \"train/part-00000\"".formatted(text));
    }
    return new PartId(new Split(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /// The base name of the part's files: `part-00000`.
  public String fileName() {
    return String.format(Locale.ROOT, "part-%05d", number);
  }

  @Override
  public int compareTo(PartId other) {
    return ORDER.compare(this, other);
  }

  /// `train/part-00000`.
  @Override
  public String toString() {
    return split.name() + "/" + fileName();
  }
}
