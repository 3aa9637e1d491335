package dev.shardline.labelling;

import dev.shardline.listing.KeyPattern;
import java.util.List;

/// Where the columns of samples come from and what they mean.
///
/// @param sources where the columns come from
/// @param label the column that is the label; a data set without that column is unlabelled
/// @param furtherLabels columns that every sample must have as well, and that splits balance
/// @param subject the column that is the subject; without it every sample is its own subject
/// @param rules what is made of the labels
/// @param unmatched what is done with samples whose key matches no pattern
/// @param missing what is done with samples that no table has a row for, or that lack a label
public record LabellingSpec(
    ColumnSources sources,
    String label,
    List<String> furtherLabels,
    String subject,
    LabelRules rules,
    MissingPolicy unmatched,
    MissingPolicy missing) {
  public static final String DEFAULT_LABEL = "label";
  public static final String DEFAULT_SUBJECT = "subject";

  public LabellingSpec {
    furtherLabels = List.copyOf(furtherLabels);
  }

  /// Label and subject by patterns alone.
  public static LabellingSpec ofPatterns(KeyPattern... patterns) {
    return new LabellingSpec(
        new ColumnSources(List.of(patterns), List.of(), List.of(), List.of()),
        DEFAULT_LABEL,
        List.of(),
        DEFAULT_SUBJECT,
        LabelRules.NONE,
        MissingPolicy.FAIL,
        MissingPolicy.FAIL);
  }
}
