package dev.shardline.build;

import dev.shardline.duplicates.DuplicateSpec;
import dev.shardline.failure.UsageException;
import dev.shardline.grouping.GroupingSpec;
import dev.shardline.labelling.LabellingSpec;
import dev.shardline.listing.SourceSpec;
import dev.shardline.parts.PartSpec;
import dev.shardline.quality.CheckSpec;
import dev.shardline.split.SplitSpec;
import dev.shardline.storage.ObjectLocation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a data set is to be made of and how.
///
/// @param name lower-case letters, digits and `-`; becomes a folder
/// @param sources where the objects come from, at least one
/// @param checks what is looked for, and what stops the build
/// @param previousOrNull the directory of the data set that this one grows from; null for a first
///   build. Not part of the canonical form: `dataset.json` has the digest instead
public record DatasetSpec(
    String name,
    List<SourceSpec> sources,
    GroupingSpec grouping,
    LabellingSpec labelling,
    DuplicateSpec duplicates,
    SplitSpec split,
    PartSpec parts,
    CheckSpec checks,
    @Nullable ObjectLocation previousOrNull) {
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

  /// A first build with the usual checks.
  public DatasetSpec(
      String name,
      List<SourceSpec> sources,
      GroupingSpec grouping,
      LabellingSpec labelling,
      DuplicateSpec duplicates,
      SplitSpec split,
      PartSpec parts) {
    this(name, sources, grouping, labelling, duplicates, split, parts, CheckSpec.DEFAULT, null);
  }

  /// The same, grown from an earlier build.
  ///
  /// @param directory of the earlier build
  public DatasetSpec growingFrom(ObjectLocation directory) {
    return new DatasetSpec(
        name, sources, grouping, labelling, duplicates, split, parts, checks, directory);
  }

  /// The data set that this one grows from.
  public Optional<ObjectLocation> previous() {
    return Optional.ofNullable(previousOrNull);
  }

  /// Whether a text can name a data set.
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
