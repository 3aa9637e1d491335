package dev.shardline.build;

import dev.shardline.duplicates.DuplicateSpec;
import dev.shardline.failure.UsageException;
import dev.shardline.grouping.GroupingSpec;
import dev.shardline.labelling.LabellingSpec;
import dev.shardline.listing.SourceSpec;
import dev.shardline.parts.PartSpec;
import dev.shardline.split.SplitSpec;
import java.util.List;
import java.util.regex.Pattern;

/// What a data set is to be made of and how.
///
/// @param name lower-case letters, digits and `-`; becomes a folder
/// @param sources where the objects come from, at least one
public record DatasetSpec(
    String name,
    List<SourceSpec> sources,
    GroupingSpec grouping,
    LabellingSpec labelling,
    DuplicateSpec duplicates,
    SplitSpec split,
    PartSpec parts) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  /// @throws UsageException if the name is none
  public DatasetSpec {
    sources = List.copyOf(sources);
    if (!isName(name)) {
      throw new UsageException(
          "Not a data set's name: \"%s\"; expected lower-case letters, digits and '-'"
              .formatted(name));
    }
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("A data set needs at least one source");
    }
  }

  /// Whether a text can name a data set.
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
