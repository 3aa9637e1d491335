package dev.shardline.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.duplicates.DuplicateSpec;
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
/// @param canonical the same as one JSON value, which is written to `dataset.json`
public record DatasetSpec(
    String name,
    List<SourceSpec> sources,
    LabellingSpec labelling,
    DuplicateSpec duplicates,
    SplitSpec split,
    PartSpec parts,
    JsonNode canonical) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  public DatasetSpec {
    sources = List.copyOf(sources);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Not a data set's name: \"%s\"; expected lower-case letters, digits and '-'"
              .formatted(name));
    }
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("A data set needs at least one source");
    }
  }
}
