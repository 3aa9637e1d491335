package dev.shardline.build;

import dev.shardline.column.TextDictionary;
import dev.shardline.dataset.Split;
import dev.shardline.grouping.SampleTable;
import dev.shardline.growth.PreviousDataset;
import dev.shardline.labelling.Labelled;
import dev.shardline.labelling.SampleColumn;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.LabelEncoding;
import dev.shardline.parts.PlannedPart;
import dev.shardline.split.SplitTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is decided of a data set, ready to be written.
///
/// @param labelled the samples and what is known of them
/// @param subject who they are of; null where no subject is known
/// @param attributes the catalog's further columns
/// @param copyGroups for each sample the name of its group of copies, if it has copies; null where
///   none has
/// @param targets the splits, in the order of the files
/// @param splitOf for each sample the index of its split; never changed
/// @param parts of all splits, by split and number
/// @param previous the data set this one grew from
/// @param findings of all stages
/// @param largest the largest samples
@SuppressWarnings("ArrayRecordComponent") // a stage's result, never compared
record PreparedDataset(
    Labelled labelled,
    @Nullable SampleColumn subject,
    List<SampleColumn> attributes,
    @Nullable SampleColumn copyGroups,
    List<SplitTarget> targets,
    byte[] splitOf,
    List<PlannedPart> parts,
    PreviousDataset previous,
    List<Finding> findings,
    LargestSamples largest) {
  PreparedDataset {
    findings = List.copyOf(findings);
    attributes = List.copyOf(attributes);
    targets = List.copyOf(targets);
    parts = List.copyOf(parts);
  }

  /// The splits in the order of the files.
  List<Split> splits() {
    return targets.stream().map(SplitTarget::split).toList();
  }

  SampleTable samples() {
    return labelled.samples();
  }

  LabelEncoding encoding() {
    return labelled.encoding();
  }

  Split split(int sample) {
    return targets.get(splitOf[sample]).split();
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
