package dev.shardline.build;

import dev.shardline.config.Section;
import dev.shardline.duplicates.DuplicateSpec;
import dev.shardline.failure.UsageException;
import dev.shardline.grouping.GroupingSpec;
import dev.shardline.labelling.LabellingSpec;
import dev.shardline.listing.SourceSpec;
import dev.shardline.parts.PartSpec;
import dev.shardline.quality.CheckSpec;
import dev.shardline.storage.ObjectLocation;
import java.util.List;

/// Reads the configuration's section `dataset`:
///
/// ```yaml
/// dataset:
///   name: brain-mri
///   source: images/                  # or s3://bucket/prefix/, or a list of them
///   include: ["**/*.jpg"]            # optional, as is exclude
///   samples: families                # or single, folder, series, {group: pattern, pattern: …}
///   pattern: "(?<label>[^/]+)/(?<subject>sub-[0-9]+)_.*"    # or a list
///   tables:                          # optional
///     - {file: labels.csv, key: file, on: file-name, columns: [label, site]}
///   sidecars: [EchoTime, Manufacturer]   # fields of samples' JSON files become columns
///   bins: {age: 4, dose: [0.5, 2]}   # columns age-bin and dose-bin: quarters, or intervals
///   label: label                     # which column is the label, and which the subject
///   further-labels: [grade]          # every sample must have them; splits balance them
///   subject: subject
///   rename-labels: {tumour: tumor}
///   exclude-labels: [unknown]
///   unmatched: fail                  # or drop: keys that the pattern does not match
///   missing: fail                    # or drop: samples without a row or a label
///   duplicates: {bytes: true, content: true, label-conflicts: drop}
///   split: {train: 0.7, validation: 0.15, test: 0.15}
///   previous: work/datasets/brain-mri/0123456789abcdef/    # optional: the build this one grows from
///   checks: {headers: sampled, sample-size: 1000, severities: {personal-data: error}, ignore: [mixed-size]}
///   parts: {target-bytes: 256MiB, instances: 1, per-instance: 4, balance: bytes}
/// ```
public final class DatasetSection {
  private DatasetSection() {}

  /// Reads `dataset` below `root`.
  ///
  /// @throws UsageException naming everything that is wrong with it
  public static DatasetSpec read(Section root) {
    Section section = root.sectionOrEmpty("dataset");
    String name = section.requiredText("name");
    List<SourceSpec> sources = SourceSection.sources(section);
    GroupingSpec grouping = SourceSection.grouping(section);
    LabellingSpec labelling = LabellingSection.read(section);
    DuplicateSpec duplicates = duplicates(section.sectionOrEmpty("duplicates"));
    SplitSection split = SplitSection.read(section.sectionOrEmpty("split"));
    PartSpec parts = parts(section.sectionOrEmpty("parts"));
    CheckSpec checks = ChecksSection.read(section.sectionOrEmpty("checks"));
    ObjectLocation previous = section.location("previous").orElse(null);
    section.finish();
    if (!name.isEmpty() && !DatasetSpec.isName(name)) {
      section.problem(
          "name", "expected lower-case letters, digits and '-', found \"" + name + "\"");
    }
    section.problems().throwIfAny();
    return new DatasetSpec(
        name, sources, grouping, labelling, duplicates, split.spec(), parts, checks, previous);
  }

  private static DuplicateSpec duplicates(Section section) {
    DuplicateSpec usual = DuplicateSpec.DEFAULT;
    DuplicateSpec spec =
        new DuplicateSpec(
            section.flag("bytes").orElse(usual.bytes()),
            section.flag("content").orElse(usual.content()),
            section
                .choice("label-conflicts", DuplicateSpec.Conflicts.class)
                .orElse(usual.conflicts()));
    section.finish();
    return spec;
  }

  private static PartSpec parts(Section section) {
    PartSpec usual = PartSpec.DEFAULT;
    long target =
        section
            .text("target-bytes")
            .flatMap(text -> Attempt.at(section, "target-bytes", () -> ByteSize.parse(text)))
            .orElse(usual.targetBytes());
    PartSpec spec =
        new PartSpec(
            Math.max(1, target),
            section.integer("instances", 1, 10_000).orElse((long) usual.instances()).intValue(),
            section
                .integer("per-instance", 1, 10_000)
                .orElse((long) usual.partsPerInstance())
                .intValue(),
            section.choice("balance", PartSpec.Balance.class).orElse(usual.balance()));
    section.finish();
    return spec;
  }
}
