package dev.shardline.grouping;

import dev.shardline.column.TextColumn;
import java.util.Locale;
import java.util.Set;

/// Which files of a BIDS data set only speak of others: by their extensions, whatever their suffix.
final class BidsMetadata {
  private static final Set<String> EXTENSIONS =
      Set.of(
          "", ".json", ".tsv", ".bval", ".bvec", ".txt", ".md", ".html", ".pdf", ".csv", ".pos",
          ".sfp", ".py", ".m");

  private BidsMetadata() {}

  /// Marks the files that are in no sample.
  ///
  /// @param headOf for each row the row of its sample's head; given back with
  ///   [SampleAssembler#NOWHERE] for what is left out
  static int[] leaveOut(TextColumn ids, int[] headOf) {
    for (int row = 0; row < headOf.length; row++) {
      if (headOf[row] == row && EXTENSIONS.contains(extension(ids.text(row)))) {
        headOf[row] = SampleAssembler.NOWHERE;
      }
    }
    return headOf;
  }

  private static String extension(String id) {
    String name = id.substring(id.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
  }
}
