package dev.shardline.labelling;

import dev.shardline.column.CodeColumn;
import dev.shardline.grouping.SampleTable;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.LabelEncoding;
import java.util.List;

/// Samples with all that is known of them.
///
/// @param samples those that stay in the data set
/// @param classes for each sample the index of its class in `encoding`
/// @param columns all columns, label and subject among them
public record Labelled(
    SampleTable samples,
    Columns columns,
    LabelEncoding encoding,
    CodeColumn classes,
    List<Finding> findings) {
  public Labelled {
    findings = List.copyOf(findings);
  }

  /// The same with these findings.
  public Labelled with(List<Finding> allFindings) {
    return new Labelled(samples, columns, encoding, classes, allFindings);
  }

  /// Only these samples, which rise.
  public Labelled select(int[] chosen, List<Finding> allFindings) {
    return new Labelled(
        samples.select(chosen),
        columns.select(chosen),
        encoding,
        classes.select(chosen),
        allFindings);
  }
}
