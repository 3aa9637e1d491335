package dev.shardline.build;

import dev.shardline.column.TextDictionary;
import dev.shardline.dataset.Split;
import dev.shardline.grouping.SampleTable;
import dev.shardline.labelling.Labelled;
import dev.shardline.labelling.SampleColumn;
import dev.shardline.manifest.LabelEncoding;
import dev.shardline.parts.PlannedPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is decided of a data set, ready to be written.
///
/// @param labelled the samples and what is known of them
/// @param subject who they are of; null where no subject is known
/// @param attributes the catalog's further columns
/// @param copyOf for each sample the first sample of its group of copies, or -1; never changed
/// @param splits in the order of the files
/// @param splitOf for each sample the index of its split; never changed
/// @param parts of all splits, by split and number
@SuppressWarnings("ArrayRecordComponent") // a stage's result, never compared
record PreparedDataset(
    Labelled labelled,
    @Nullable SampleColumn subject,
    List<SampleColumn> attributes,
    int[] copyOf,
    List<Split> splits,
    byte[] splitOf,
    List<PlannedPart> parts) {
  PreparedDataset {
    attributes = List.copyOf(attributes);
    splits = List.copyOf(splits);
    parts = List.copyOf(parts);
  }

  SampleTable samples() {
    return labelled.samples();
  }

  LabelEncoding encoding() {
    return labelled.encoding();
  }

  Split split(int sample) {
    return splits.get(splitOf[sample]);
  }

  /// The number of a sample's subject in the subject's column; [TextDictionary#ABSENT] where it is
  /// its own.
  int subjectCode(int sample) {
    return subject == null ? TextDictionary.ABSENT : subject.code(sample);
  }

  List<String> attributeNames() {
    return attributes.stream().map(SampleColumn::name).toList();
  }
}
