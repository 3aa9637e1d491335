package dev.shardline.labelling;

import dev.shardline.listing.KeyPattern;
import java.util.List;

/// Where the columns of samples come from and what they mean.
///
/// @param patterns for keys; the first that matches a key counts; none to read nothing from keys
/// @param tables joined in this order; a later column takes the place of an earlier one of its name
/// @param label the column that is the label; a data set without that column is unlabelled
/// @param subject the column that is the subject; without it every sample is its own subject
/// @param rules what is made of the labels
/// @param unmatched what is done with samples whose key matches no pattern
/// @param missing what is done with samples that no table has a row for, or that have no label
public record LabellingSpec(
    List<KeyPattern> patterns,
    List<TableSpec> tables,
    String label,
    String subject,
    LabelRules rules,
    MissingPolicy unmatched,
    MissingPolicy missing) {
  public static final String DEFAULT_LABEL = "label";
  public static final String DEFAULT_SUBJECT = "subject";

  public LabellingSpec {
    patterns = List.copyOf(patterns);
    tables = List.copyOf(tables);
  }

  /// Label and subject by patterns alone.
  public static LabellingSpec ofPatterns(KeyPattern... patterns) {
    return new LabellingSpec(
        List.of(patterns),
        List.of(),
        DEFAULT_LABEL,
        DEFAULT_SUBJECT,
        LabelRules.NONE,
        MissingPolicy.FAIL,
        MissingPolicy.FAIL);
  }
}
